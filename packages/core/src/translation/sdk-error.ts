import { exchangeOf } from '../transport/exchange.js';
import type { ErrorDetails } from '../errors/arch-error.js';
import type { FailedCall } from './failed-call.js';

/** An error that the SDK has thrown. */
export interface SdkError extends Error {
  readonly Code?: string;
  readonly Error?: { readonly Code?: string };
  readonly code?: unknown;
  /** Members of S3's errors that name what the error is about. */
  readonly ArgumentName?: unknown;
  readonly BucketName?: unknown;
  readonly RangeRequested?: unknown;
  readonly errors?: readonly Error[];
  readonly $fault?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number };
  readonly $response?: {
    readonly statusCode?: number;
    readonly headers?: Readonly<Record<string, string>>;
    body?: unknown;
  };
}

/** Reads the details of an `ArchError` from an error of the SDK. */
export const detailsOf = (error: SdkError, call: FailedCall): ErrorDetails => ({
  operation: call.operation,
  // S3 sends some errors with status 200. The exchange contains the status as it was sent.
  status: exchangeOf(error.$response)?.status ?? error.$metadata?.httpStatusCode ?? error.$response?.statusCode,
  requestId: error.$metadata?.requestId,
  attempts: error.$metadata?.attempts,
  cause: error,
});

/** Returns AWS's message. The SDK sets `UnknownError` if AWS sent none. */
export const awsMessageOf = ({ message }: SdkError): string => (/^Unknown(?:Error)?$/.test(message) ? '' : message);

/** Ends a text with a full stop if it has no end mark. */
export const closed = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Returns `1 attempt`, `3 attempts`. */
export const counted = (attempts: number): string => `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;
