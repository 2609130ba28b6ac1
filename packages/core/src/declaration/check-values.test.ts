import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { array, custom, date, optional, record, string, tuple, unknown } from '../schema/z.js';
import { checkValues } from './check-values.js';
import { input } from './read-input.js';

interface Given {
  readonly key?: string | undefined;
  readonly json?: unknown;
  readonly when?: Date | undefined;
  readonly items?: readonly { readonly json?: unknown; readonly name?: string | undefined }[] | undefined;
  readonly record?: Readonly<Record<string, string>> | undefined;
  readonly pattern?: Readonly<Record<string, unknown>> | undefined;
  readonly detail?: object | undefined;
  readonly pair?: readonly [string, unknown] | undefined;
}
const type = input<Given>({
  key: optional(string()),
  json: optional(unknown()),
  when: optional(date()),
  items: optional(array(input({ json: optional(unknown()), name: optional(string()) }))),
  record: optional(record(string(), string())),
  pattern: optional(record(string(), unknown())),
  detail: optional(custom<object>()),
  pair: optional(tuple([string(), unknown()])),
});
const check = (value: unknown) => (): void => checkValues('put', value, type as never);
const bytes = new Uint8Array(3);
bytes.buffer.transfer();
const lone = 'a\ud800b';
const never = new Date(Number.NaN);
const ring: unknown[] = [];
ring.push(ring);

describe('checkValues', () => {
  it.each<[unknown, string]>([
    [lone, 'the input contains half of a surrogate pair'],
    [{ key: lone }, 'key contains half of a surrogate pair'],
    [{ when: never }, 'when is an invalid Date'],
    [{ items: [{}, { name: lone }] }, 'items[1].name contains'],
    [{ record: { a: lone } }, 'record.a contains'],
    [{ detail: { at: never } }, 'detail.at is an invalid Date'],
    [{ pair: [lone, 1] }, 'pair[0] contains'],
    [{ aws: { Nested: { List: [1, never] } } }, 'aws.Nested.List[1] is an invalid Date'],
    [{ detail: bytes }, 'detail was transferred to another thread and is empty'],
    [{ noSuchMember: lone }, 'noSuchMember contains'],
  ])('names the place of an invalid value: %o', (value, message) => {
    expect(check(value)).toThrow(InvalidInputError);
    expect(check(value)).toThrow(`put: ${message}`);
  });

  it.each<[unknown]>([
    [undefined],
    [5],
    ['\u{1F600} ü'],
    [{ key: '', when: new Date(0), record: {}, items: [], detail: new Map([['a', lone]]) }],
    // JSON can contain these values.
    [{ json: { text: lone, when: never } }],
    [{ items: [{ json: lone }] }],
    [{ pattern: { a: [lone] } }],
    [{ pair: ['a', lone] }],
    [{ aws: ring }],
    [{ detail: new Uint8Array(3) }],
  ])('accepts %o', (value) => {
    expect(check(value)).not.toThrow();
  });
});
