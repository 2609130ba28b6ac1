import { InvalidInputError } from '@arch/core';

/** Where a value stands that is written as JSON. */
export interface JsonPlace {
  readonly operation: string;
  /** e.g. `messages[3].json`. */
  readonly place: string;
}

/** Writes a value as JSON; one that JSON cannot hold is an error, before anything is sent. */
export const toJsonText = (value: unknown, { operation, place }: JsonPlace): string => {
  let problem: unknown;
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch (error) {
    problem = error;
  }
  const reason = problem === undefined ? `it is ${typeof value}` : (problem as Error).message.split('\n', 1)[0];
  throw new InvalidInputError(`${operation}: ${place} cannot be written as JSON: ${reason}.`, {
    operation,
    cause: problem,
  });
};
