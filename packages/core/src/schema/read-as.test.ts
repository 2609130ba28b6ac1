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

  it('names the place and the value of what does not fit', async () => {
    const reading = readAs(order, { id: 'seven', lines: [{ price: '1' }, { price: 'much' }] }, as);
    await expect(reading).rejects.toThrow(UnexpectedResponseError);
    await expect(reading).rejects.toThrow(
      /^query: row 3 does not fit the schema: id is "seven" \(.+\); lines\[1\]\.price is "much" \(.+[^.]\)\.$/,
    );
  });

  it('names what is missing, what is wrong as a whole, and shows no secret', async () => {
    await expect(readAs(order, { id: 1 }, as)).rejects.toThrow('lines is missing');
    await expect(readAs(order, 'text', as)).rejects.toThrow('it is "text"');
    await expect(readAs(z.object({ password: z.number() }), { password: 'hunter2' }, as)).rejects.toThrow(
      'password is a value that is not shown',
    );
  });

  it('may give the steps of a path as objects', async () => {
    const other: StandardSchema<unknown> = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: () => ({ issues: [{ message: 'Not like this.', path: [{ key: 'a' }, { key: 0 }] }] }),
      },
    };
    await expect(readAs(other, { a: [true] }, as)).rejects.toThrow('a[0] is true (Not like this)');
    const pathless: StandardSchema<unknown> = {
      '~standard': { version: 1, vendor: 'test', validate: () => ({ issues: [{ message: 'No' }] }) },
    };
    await expect(readAs(pathless, 5, as)).rejects.toThrow('it is 5 (No)');
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
