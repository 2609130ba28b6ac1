const registryKey: unique symbol = Symbol.for('@arch/core/users-own/1') as never;

/** Shared by all copies of this package in the process. */
const own = ((globalThis as { [registryKey]?: WeakSet<object> })[registryKey] ??= new WeakSet());

/**
 * Runs a function of the user's within a call: what it throws passes the boundary of the call unchanged, also where it is an error of another
 * call that the function has made.
 */
export const runUserFunction = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw markUserError(error);
  }
};

/** Marks an error as one that passes the boundary of a call unchanged. */
export const markUserError = <Thrown>(thrown: Thrown): Thrown => {
  if (typeof thrown === 'object' && thrown !== null) own.add(thrown);
  return thrown;
};

/** Whether a function of the user's has thrown it. Only objects can be told apart; our own code throws nothing else. */
export const isUserError = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && own.has(thrown);
