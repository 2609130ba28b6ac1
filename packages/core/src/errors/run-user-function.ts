const registryKey: unique symbol = Symbol.for('@arch/core/users-own/1') as never;

/** Errors that user-defined functions have thrown, shared by all copies of this package in the process. */
const own = ((globalThis as { [registryKey]?: WeakSet<object> })[registryKey] ??= new WeakSet());

/** Runs a user-defined function within a call. The call rejects with the errors of the function unchanged, also with an `ArchError`. */
export const runUserFunction = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw markUserError(error);
  }
};

/** Marks an error as the user's: a call rejects with it unchanged. */
export const markUserError = <Thrown>(thrown: Thrown): Thrown => {
  if (typeof thrown === 'object' && thrown !== null) own.add(thrown);
  return thrown;
};

/** Whether a user-defined function has thrown this value. `false` for values that are not objects. */
export const isUserError = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && own.has(thrown);
