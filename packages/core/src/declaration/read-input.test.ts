import { afterEach, expect, it } from 'vitest';
import { config } from 'zod/v4/core';

import { text } from '../schema/aws-formats.js';
import * as z from '../schema/z.js';
import { input, readInput } from './read-input.js';

interface Input {
  readonly name: string;
  readonly sizes?: readonly (string | number)[] | undefined;
}

const reader = {
  name: 'make',
  input: input<Input>({
    name: text(3, 5),
    sizes: z.optional(z.array(z.union([text(3, 5), z.number().check(z.gte(1))]))),
  }),
};

afterEach(() => config({ localeError: undefined, customError: undefined }));

const messageOf = (value: unknown): string => {
  try {
    readInput(reader, value);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

it.each([
  [{ name: 'a' }, 'make: name must have at least 3 characters (got "a").'],
  [{}, 'make: name is required: a string.'],
  [{ name: 'abc', sizes: ['a'] }, 'make: sizes[0] must have at least 3 characters (got "a").'],
  [{ name: 'abc', sizes: [0] }, 'make: sizes[0] must be at least 1 (got 0).'],
])('describes %j in its own words, also if the full build of zod has set English texts', (value, message) => {
  const expected = message.replace(': a string', '');
  expect(messageOf(value)).toBe(expected);
  const english = (): string => 'Too small: expected string to have >=3 characters';
  config({ localeError: english, customError: english });
  expect(messageOf(value)).toBe(expected);
});
