const thrownByCaller = new WeakSet<object>();

/** Runs a function that the caller has passed: what it throws reaches the caller unchanged. */
export const runOfCaller = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (typeof error === 'object' && error !== null) thrownByCaller.add(error);
    throw error;
  }
};

/** Whether a function that the caller has passed has thrown it. */
export const isOfCaller = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && thrownByCaller.has(error);
