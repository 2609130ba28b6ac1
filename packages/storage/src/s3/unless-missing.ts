import { NotFoundError } from '@arch/core';

/** Returns the result of a step, or `undefined` if AWS says that something does not exist. */
export const unlessMissing = <Result>(step: Promise<Result>): Promise<Result | undefined> =>
  step.catch((error: unknown) => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });
