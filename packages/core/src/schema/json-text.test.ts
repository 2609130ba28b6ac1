import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { jsonText } from './json-text.js';

const where = { operation: 'send', place: 'detail' };

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

const at = (value: unknown): unknown => ({ items: [1, 2, 3, { price: value }] });

const circle: Record<string, unknown> = { name: 'a' };
circle['inner'] = [circle];

describe('jsonText', () => {
  class Order {
    readonly id = 7;
  }
  it.each([
    [{ orderId: 42 }, '{"orderId":42}'],
    [null, 'null'],
    ['text', '"text"'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [{ toJSON: () => 7 }, '7'],
    [new URL('https://a.example'), '"https://a.example/"'],
    [{ absent: undefined, empty: {}, none: Object.create(null) as object }, '{"empty":{},"none":{}}'],
    [new Order(), '{"id":7}'],
    [[circle['name'], circle['name']], '["a","a"]'],
    ['👍', '"👍"'],
  ])('writes %j as %s', (value, text) => {
    expect(jsonText(value, where)).toBe(text);
  });

  it('accepts the same object twice, and 1,000 levels', () => {
    const shared = { a: 1 };
    expect(jsonText([shared, shared], where)).toBe('[{"a":1},{"a":1}]');
    expect(jsonText(nested(1_000), where)).toContain('"a":1}');
  });

  const unsupported = 'Pass a value that JSON supports.';
  it.each<[unknown, string]>([
    [Number.NaN, `is NaN. ${unsupported}`],
    [Number.NEGATIVE_INFINITY, `is -Infinity. ${unsupported}`],
    [() => 1, `is a function. ${unsupported}`],
    [Symbol('a'), `is a symbol. ${unsupported}`],
    [new Date(Number.NaN), `is an invalid Date. ${unsupported}`],
    [Promise.resolve(1), `is a Promise. ${unsupported}`],
    [/a/, `is a RegExp. ${unsupported}`],
    [new Error('no'), `is an Error. ${unsupported}`],
    [[undefined], `[0] is undefined. ${unsupported}`],
    [5n, 'is a BigInt. Pass a number, or its text.'],
    [new Map([['a', 1]]), 'is a Map. Pass Object.fromEntries(map).'],
    [new Set([1]), 'is a Set. Pass a list: [...set].'],
    [new Uint8Array(1), 'is a Uint8Array. Pass text, e.g. in base64.'],
    [Buffer.from('a'), 'is a Uint8Array. Pass text, e.g. in base64.'],
    [new ArrayBuffer(1), 'is an ArrayBuffer. Pass text, e.g. in base64.'],
    [{ toJSON: () => Number.NaN }, `is NaN. ${unsupported}`],
    ['a\ud800', 'contains half of a surrogate pair. Pass text.toWellFormed().'],
    [{ 'a\udc00': 1 }, '.a\udc00 contains half of a surrogate pair. Pass text.toWellFormed().'],
  ])('rejects %o by its path', (value, message) => {
    const text = `send: detail.items[3].price${/^[.[]/.test(message) ? '' : ' '}${message}`;
    expect(() => jsonText(at(value), where)).toThrow(InvalidInputError);
    expect(() => jsonText(at(value), where)).toThrow(text);
  });

  it.each<[unknown, string]>([
    [undefined, `detail is undefined. ${unsupported}`],
    [new Uint8Array(1), 'detail is a Uint8Array. Pass text, e.g. in base64.'],
    [circle, `detail.inner[0] is an object that contains itself. ${unsupported}`],
    [nested(1_001), 'detail has more than 1,000 levels. Pass a value with fewer levels.'],
    [nested(100_000 / 20), 'detail has more than 1,000 levels. Pass a value with fewer levels.'],
    [
      {
        toJSON: () => {
          throw new Error('no');
        },
      },
      'detail cannot be written as JSON (no).',
    ],
  ])('rejects a value as a whole (case %#)', (value, message) => {
    expect(() => jsonText(value, where)).toThrow(new InvalidInputError(`send: ${message}`, { operation: 'send' }));
  });
});
