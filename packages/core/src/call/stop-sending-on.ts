const key: unique symbol = Symbol.for('@arch/core/last-attempt/1') as never;

/**
 * Returns call options with a stop signal: once `signal` is aborted, the call sends no further attempt, but a request in progress is still
 * awaited. Not for operations that are batched.
 */
export const stopSendingOn = <Options extends object>(options: Options, signal: AbortSignal): Options =>
  Object.assign({}, options, { [key]: signal });

export const stopSignalOf = (options: object): AbortSignal | undefined =>
  (options as { readonly [key]?: AbortSignal })[key];
