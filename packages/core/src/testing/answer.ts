import type { FaultName } from './fault-name.js';
import type { RecordedRequest } from './recorded-request.js';

/** Tells an error, a fault or a delay from an output, also one that another copy of this package made. */
export const answerKind: unique symbol = Symbol.for('@arch/core/testing/answer') as never;

/** An error as AWS sends it; made by `awsError()`. */
export interface AwsErrorAnswer {
  readonly [answerKind]: 'error';
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, string | number | boolean>>;
}

/** Something that goes wrong on the way; made by `fault()`. */
export interface FaultAnswer {
  readonly [answerKind]: 'fault';
  readonly name: FaultName;
  readonly retryAfterMs: number | undefined;
}

/** An answer that takes its time; made by `delayed()`. */
export interface DelayedAnswer {
  readonly [answerKind]: 'delayed';
  readonly answer: Answer | AnswerFunction<never>;
  readonly delayMs: number;
}

/**
 * What a fake AWS answers: an error, a fault, a delay, or else an output as the AWS CLI prints it. An output has AWS's member names, times as
 * ISO strings or epoch seconds and binary members in base64; what is a stream (the `Body` of an S3 object) is plain text. `Date` and
 * `Uint8Array` are understood as well, `null` counts as absent, and a member that AWS does not have is an error.
 */
export type Answer = AwsErrorAnswer | FaultAnswer | DelayedAnswer | object;

/** What an answering function knows beside the input. */
export interface FakeCall {
  /** How many requests of this operation have come, this one included. */
  readonly attempt: number;
  readonly request: RecordedRequest;
}

/** Answers by what was asked: `input` is what the SDK was given, in AWS's member names. */
export type AnswerFunction<Input = Record<string, unknown>> = (
  input: Input,
  call: FakeCall,
) => Answer | Promise<Answer>;
