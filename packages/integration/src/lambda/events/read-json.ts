import { InvalidInputError, type StandardSchema } from '@arch/core';
import { parseJson, readAs } from '@arch/core/builder';

/** Parses JSON and checks it with a user-defined schema. Errors contain `what`, the name of the text. */
export const readJson = async <Value>(
  operation: string,
  what: string,
  text: string,
  schema: StandardSchema<Value>,
): Promise<Value> => {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    throw new InvalidInputError(`${operation}: ${what} is not JSON: ${(error as Error).message}.`, {
      operation,
      cause: error,
    });
  }
  return readAs(schema, value, { operation, what, side: 'input' });
};
