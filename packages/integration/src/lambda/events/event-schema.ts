import { InvalidInputError, type StandardSchema } from '@arch/core';

/**
 * A parser as a Standard Schema, so that `parseSqsEvent`, `handleSqsEvent`, `consumeMessages` and others can read with it what their messages
 * contain. An `InvalidInputError` of the parser becomes the issue of the schema.
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
