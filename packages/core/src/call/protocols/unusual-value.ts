/** A value that the SDK has to write or read, e.g. a document of any form, or a member that is filled in while it is written. */
export class UnusualValue extends Error {}

/** Leaves the value to the SDK. */
export const unusual = (): never => {
  throw new UnusualValue();
};

/** Returns the result of a function. `undefined` if it has met an unusual value. */
export const unlessUnusual = <Result>(work: () => Result): Result | undefined => {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnusualValue) return undefined;
    throw error;
  }
};
