const key: unique symbol = Symbol.for('@arch/core/last-attempt/1') as never;

/** Options of a call, of an operation that is not batched, that sends nothing more once `signal` is aborted, and whose request under way is awaited all the same. */
export const stopSendingOn = <Options extends object>(options: Options, signal: AbortSignal): Options =>
  Object.assign({}, options, { [key]: signal });

export const stopSignalOf = (options: object): AbortSignal | undefined =>
  (options as { readonly [key]?: AbortSignal })[key];
