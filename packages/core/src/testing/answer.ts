import type { FaultName } from './fault-name.js';
import type { RecordedRequest } from './recorded-request.js';

/** Marks errors, faults and delays, to distinguish them from outputs. Shared by all copies of this package in the process. */
export const answerKind: unique symbol = Symbol.for('@arch/core/testing/answer') as never;

/** An error of AWS; made by `awsError()`. */
export interface AwsErrorAnswer {
  readonly [answerKind]: 'error';
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, string | number | boolean>>;
}

/** A failure of the network or the service; made by `fault()`. */
export interface FaultAnswer {
  readonly [answerKind]: 'fault';
  readonly name: FaultName;
  readonly retryAfterMs: number | undefined;
}

/** A delayed response; made by `delayed()`. */
export interface DelayedAnswer {
  readonly [answerKind]: 'delayed';
  readonly answer: Answer | AnswerFunction<never>;
  readonly delayMs: number;
}

/**
 * The response of a fake AWS: an error, a fault, a delay, or an output as the AWS CLI prints it. An output has AWS's member names, times as ISO
 * strings or epoch seconds, binary members in base64 and streams (the `Body` of an S3 object) as plain text. `Date` and `Uint8Array` are also
 * accepted, `null` counts as absent, and a member that AWS does not have is an error.
 */
export type Answer = AwsErrorAnswer | FaultAnswer | DelayedAnswer | object;

/** The request that a response function receives in addition to the input. */
export interface FakeCall {
  /** The number of requests of this operation so far, including this one. */
  readonly attempt: number;
  readonly request: RecordedRequest;
}

/** Returns the response to a request. `input` is the input of the SDK command, with AWS's member names. */
export type AnswerFunction<Input = Record<string, unknown>> = (
  input: Input,
  call: FakeCall,
) => Answer | Promise<Answer>;
