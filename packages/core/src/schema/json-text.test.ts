import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { jsonText } from './json-text.js';

const where = { operation: 'send', place: 'messages[3].json' };

describe('jsonText', () => {
  it.each([
    [{ orderId: 42 }, '{"orderId":42}'],
    [null, 'null'],
    ['text', '"text"'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [{ toJSON: () => 7 }, '7'],
  ])('writes %j as %s', (value, text) => {
    expect(jsonText(value, where)).toBe(text);
  });

  const circle: Record<string, unknown> = { name: 'a' };
  circle['inner'] = [circle];
  it.each([
    [undefined, 'messages[3].json is undefined'],
    [() => 1, 'messages[3].json is a function'],
    [{ total: [5n] }, 'messages[3].json.total[0] is a BigInt'],
    [circle, 'messages[3].json.inner[0] is an object that contains itself'],
    [
      {
        toJSON: () => {
          throw new Error('no');
        },
      },
      'messages[3].json cannot be written as JSON (no)',
    ],
  ])('names the place of a value that JSON does not have (case %#)', (value, message) => {
    expect(() => jsonText(value, where)).toThrow(InvalidInputError);
    expect(() => jsonText(value, where)).toThrow(`send: ${message}. Pass a value that JSON supports.`);
  });
});
