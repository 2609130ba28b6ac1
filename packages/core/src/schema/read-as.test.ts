import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';
import { readAs, standardSchema } from './read-as.js';
import type { StandardSchema } from './schema.js';

const order = z.object({ id: z.number(), lines: z.array(z.object({ price: z.coerce.number() })) });
const as = { operation: 'query', what: 'row 3' };

describe('readAs', () => {
  it('returns the output of the schema', async () => {
    const value = await readAs(order, { id: 7, lines: [{ price: '1.5' }] }, as);
    expect(value).toEqual({ id: 7, lines: [{ price: 1.5 }] });
  });

  it('accepts a schema that validates asynchronously', async () => {
    const later: StandardSchema<number> = {
      '~standard': { version: 1, vendor: 'test', validate: async (value) => ({ value: Number(value) + 1 }) },
    };
    expect(await readAs(later, 1, as)).toBe(2);
  });

  it('names the place and kind of an invalid value', async () => {
    const reading = readAs(order, { id: 'seven', lines: [{ price: '1' }, { price: 'much' }] }, as);
    await expect(reading).rejects.toThrow(UnexpectedResponseError);
    await expect(reading).rejects.toThrow(
      /^query: row 3 does not match the schema: id is a string \(.+\); lines\[1\]\.price is a string \(.+[^.]\)\.$/,
    );
  });

  it('names missing and invalid values without quoting them', async () => {
    await expect(readAs(order, { id: 1 }, as)).rejects.toThrow('lines is missing');
    await expect(readAs(order, 'text', as)).rejects.toThrow('the value is a string');
    const note = z.object({ note: z.number() });
    for (const [value, kind] of [
      ['hunter2', 'a string'],
      [true, 'a boolean'],
      [null, 'null'],
      [['hunter2'], 'a list'],
      [new Date(), 'a Date'],
      [{ password: 'hunter2' }, 'an object'],
    ]) {
      const error: unknown = await readAs(note, { note: value }, as).catch((thrown: unknown) => thrown);
      expect(String(error)).toContain(`note is ${String(kind)}`);
      expect(String(error)).not.toContain('hunter2');
    }
  });

  it('accepts issues with and without a path, and path steps that are objects', async () => {
    const other: StandardSchema<unknown> = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: () => ({ issues: [{ message: 'Not like this.', path: [{ key: 'a' }, { key: 0 }] }] }),
      },
    };
    await expect(readAs(other, { a: [true] }, as)).rejects.toThrow('a[0] is a boolean (Not like this)');
    const pathless: StandardSchema<unknown> = {
      '~standard': { version: 1, vendor: 'test', validate: () => ({ issues: [{ message: 'No' }] }) },
    };
    await expect(readAs(pathless, 5, as)).rejects.toThrow('the value is a number (No)');
  });

  it('throws InvalidInputError for a value of the caller', async () => {
    await expect(readAs(order, {}, { ...as, side: 'input' })).rejects.toThrow(InvalidInputError);
  });

  it('recognizes schemas by the Standard Schema interface', () => {
    expect(standardSchema().safeParse(order).success).toBe(true);
    expect(standardSchema().safeParse({}).success).toBe(false);
    expect(standardSchema().safeParse(undefined).success).toBe(false);
  });
});
