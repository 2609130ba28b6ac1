import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { InvocationResponse$ } from '@aws-sdk/client-lambda';

/** What a function has answered. */
export interface Invocation<Result> extends AwsResource {
  /** What the function returned, read as JSON; a text where it is none, as runtimes of one's own may answer; `undefined` where it is nothing. */
  readonly payload: Result;
  /** 200. */
  readonly statusCode?: number | undefined;
  /** `$LATEST`, or the version that an alias stood for. */
  readonly executedVersion?: string | undefined;
  /** The last 4 KB of what it logged, where `logTail` asked for them. */
  readonly logTail?: string | undefined;
  /** Lambda's ID of the call, which stands in the function's log. */
  readonly requestId?: string | undefined;
}

/** Lambda's answer, before the function's own is read. */
export interface InvocationAnswer extends AwsResource {
  readonly statusCode?: number | undefined;
  readonly functionError?: string | undefined;
  readonly logResult?: string | undefined;
  readonly payload?: Uint8Array | undefined;
  readonly executedVersion?: string | undefined;
}

/** Parses one Lambda `InvocationResponse` structure. */
export const invocationAnswer = (): Schema<InvocationAnswer> =>
  resource<InvocationAnswer>(InvocationResponse$, {
    statusCode: z.optional(z.number()),
    functionError: optionalString(),
    logResult: optionalString(),
    payload: z.optional(z.instanceof(Uint8Array)),
    executedVersion: optionalString(),
  });
