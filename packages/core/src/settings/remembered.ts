/** Returns a function that calls `read` until it succeeds, and then returns its result. */
export const remembered = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
  let known: { readonly value: Value } | undefined;
  return async () => (known ??= { value: await read() }).value;
};
