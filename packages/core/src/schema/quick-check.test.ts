import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { quickCheckOf } from './quick-check.js';
import type { ValueType } from './value-type.js';
import * as z from './z.js';

const types: Readonly<Record<string, z.ZodMiniType>> = {
  texts: z.record(z.string(), z.string()),
  numbers: z.record(z.string(), z.optional(z.number())),
  nested: z.record(z.string(), z.array(z.record(z.string(), z.boolean()))),
};

const values = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, 'text', 1, [], new Map(), new Date(0), Object.create({ a: 'inherited' })),
  fc.constant(JSON.parse('{"__proto__":"a"}') as unknown),
  fc.dictionary(fc.string(), fc.constantFrom<unknown>('a', 1, undefined, null, Number.NaN, [{ a: true }], [{ a: 1 }])),
  fc.dictionary(fc.string(), fc.string(), { noNullPrototype: false }),
);

describe('the quick check of a record', () => {
  it.each(Object.entries(types))('accepts only values that the parser returns unchanged: %s', (_name, type) => {
    const quick = quickCheckOf(type as ValueType);
    fc.assert(
      fc.property(values, (value) => {
        if (quick(value)) expect(type.safeParse(value)).toEqual({ success: true, data: value });
      }),
    );
  });

  it('accepts texts, and leaves keys with checks and the key __proto__ to the parser', () => {
    const { texts } = types;
    expect(quickCheckOf(texts as ValueType)({ a: 'b' })).toBe(true);
    expect(quickCheckOf(texts as ValueType)(JSON.parse('{"__proto__":"a"}'))).toBe(false);
    expect(quickCheckOf(z.record(z.string().check(z.minLength(1)), z.string()) as ValueType)({ a: 'b' })).toBe(false);
  });
});
