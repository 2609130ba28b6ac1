import type { CallOptions } from './call-options.js';

const key: unique symbol = Symbol.for('@arch/core/last-attempt/1') as never;

/** Options of a call, of an operation that is not batched, that sends nothing more once `signal` is aborted, and whose request under way is awaited all the same. */
export const untilSent = (options: CallOptions, signal: AbortSignal): CallOptions =>
  Object.assign({}, options, { [key]: signal });

export const lastAttemptOf = (options: CallOptions): AbortSignal | undefined =>
  (options as { readonly [key]?: AbortSignal })[key];
