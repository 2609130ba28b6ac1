import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';
import { readAs, standardSchema } from './read-as.js';
import type { StandardSchema } from './schema.js';

const order = z.object({ id: z.number(), lines: z.array(z.object({ price: z.coerce.number() })) });
const as = { operation: 'query', what: 'row 3' };

describe('a schema of the user', () => {
  it('gives its own output', async () => {
    const value = await readAs(order, { id: 7, lines: [{ price: '1.5' }] }, as);
    expect(value).toEqual({ id: 7, lines: [{ price: 1.5 }] });
  });

  it('may answer later', async () => {
    const later: StandardSchema<number> = {
      '~standard': { version: 1, vendor: 'test', validate: async (value) => ({ value: Number(value) + 1 }) },
    };
    expect(await readAs(later, 1, as)).toBe(2);
  });

  it('names the place and the kind of a value that does not fit', async () => {
    const reading = readAs(order, { id: 'seven', lines: [{ price: '1' }, { price: 'much' }] }, as);
    await expect(reading).rejects.toThrow(UnexpectedResponseError);
    await expect(reading).rejects.toThrow(
      /^query: row 3 does not fit the schema: id is a string \(.+\); lines\[1\]\.price is a string \(.+[^.]\)\.$/,
    );
  });

  it('names what is missing, what is wrong as a whole, and shows no value, which may be a secret', async () => {
    await expect(readAs(order, { id: 1 }, as)).rejects.toThrow('lines is missing');
    await expect(readAs(order, 'text', as)).rejects.toThrow('it is a string');
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

  it('may give the steps of a path as objects', async () => {
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
    await expect(readAs(pathless, 5, as)).rejects.toThrow('it is a number (No)');
  });

  it("is the caller's mistake where the value is the caller's", async () => {
    await expect(readAs(order, {}, { ...as, side: 'input' })).rejects.toThrow(InvalidInputError);
  });

  it('is recognized by what Standard Schema says', () => {
    expect(standardSchema().safeParse(order).success).toBe(true);
    expect(standardSchema().safeParse({}).success).toBe(false);
    expect(standardSchema().safeParse(undefined).success).toBe(false);
  });
});
