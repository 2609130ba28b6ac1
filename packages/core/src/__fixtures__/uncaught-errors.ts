/** Collects uncaught errors instead of the test runner, until it is disposed. */
export const uncaughtErrors = (): Disposable & { readonly errors: readonly unknown[] } => {
  const errors: unknown[] = [];
  const collect = (error: unknown): void => void errors.push(error);
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', collect);
  return {
    errors,
    [Symbol.dispose]: () => {
      process.off('uncaughtException', collect);
      for (const other of others) process.on('uncaughtException', other);
    },
  };
};
