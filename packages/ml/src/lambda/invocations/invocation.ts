import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { InvocationResponse$ } from '@aws-sdk/client-lambda';

/** The result of an invocation. */
export interface Invocation<Result> extends AwsResource {
  /**
   * The value that the function returned, parsed as JSON. A string if it is not JSON, which custom runtimes can return. `undefined` if the
   * function returned nothing.
   */
  readonly payload: Result;
  /** HTTP status, always 200. */
  readonly statusCode?: number | undefined;
  /** The version that ran: `$LATEST`, or the version of the alias. */
  readonly executedVersion?: string | undefined;
  /** The last 4 KB of the log, if the input contains `logTail: true`. */
  readonly logTail?: string | undefined;
  /** Lambda's ID of the invocation, which the log of the function contains. */
  readonly requestId?: string | undefined;
}

/** Lambda's response, before the function's payload is parsed. */
export interface InvocationResponse extends AwsResource {
  readonly statusCode?: number | undefined;
  readonly functionError?: string | undefined;
  readonly logResult?: string | undefined;
  readonly payload?: Uint8Array | undefined;
  readonly executedVersion?: string | undefined;
}

/** Parses one Lambda `InvocationResponse` structure. */
export const invocationResponse = (): Schema<InvocationResponse> =>
  resource<InvocationResponse>(InvocationResponse$, {
    statusCode: z.optional(z.number()),
    functionError: optionalString(),
    logResult: optionalString(),
    payload: z.optional(z.instanceof(Uint8Array)),
    executedVersion: optionalString(),
  });
