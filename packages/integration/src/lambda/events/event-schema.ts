import { InvalidInputError, type StandardSchema } from '@arch/core';

/**
 * Converts a parser to a Standard Schema, which `parseSqsEvent`, `handleSqsEvent`, `consumeMessages` and others accept for the content of
 * messages. An `InvalidInputError` of the parser becomes an issue of the schema.
 */
export const eventSchema = <Value>(parse: (value: unknown) => Promise<Value> | Value): StandardSchema<Value> => ({
  '~standard': {
    version: 1,
    vendor: 'arch',
    validate: async (value) => {
      try {
        return { value: await parse(value) };
      } catch (error) {
        if (error instanceof InvalidInputError) return { issues: [{ message: error.message }] };
        throw error;
      }
    },
  },
});
