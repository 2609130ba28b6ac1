import { exchangeOf } from '../transport/exchange.js';
import type { ErrorDetails } from '../errors/arch-error.js';
import type { FailedCall } from './failed-call.js';

/** What the SDK puts into the errors that it throws. */
export interface SdkError extends Error {
  readonly Code?: string;
  readonly Error?: { readonly Code?: string };
  readonly code?: unknown;
  readonly errors?: readonly Error[];
  readonly $fault?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number };
  readonly $response?: {
    readonly statusCode?: number;
    readonly headers?: Readonly<Record<string, string>>;
    body?: unknown;
  };
}

/** The members of an error of ours that the SDK's error knows. */
export const detailsOf = (error: SdkError, call: FailedCall): ErrorDetails => ({
  operation: call.operation,
  // S3 sends some errors with status 200; the exchange remembers it.
  status: exchangeOf(error.$response)?.status ?? error.$metadata?.httpStatusCode ?? error.$response?.statusCode,
  requestId: error.$metadata?.requestId,
  attempts: error.$metadata?.attempts,
  cause: error,
});

/** A sentence that ends. */
export const closed = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** `1 attempt`, `3 attempts`. */
export const counted = (attempts: number): string => `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;
