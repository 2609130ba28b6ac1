import { InvalidInputError, type StandardSchema } from '@arch/core';
import { parseJson, readAs } from '@arch/core/builder';

/** Reads JSON with the user's schema. Text that is not JSON or does not fit is an error that names the place. */
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
    throw new InvalidInputError(`${operation}: ${what} is no JSON: ${(error as Error).message}.`, {
      operation,
      cause: error,
    });
  }
  return readAs(schema, value, { operation, what, side: 'input' });
};
