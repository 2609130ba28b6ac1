import { JsonCodec2 } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';

import { jsonWriter } from './json-writer.js';
import { UnusualValue } from './unusual-value.js';

const structure = (members: Readonly<Record<string, unknown>>, type = 3): readonly unknown[] => [
  type,
  'test',
  'Structure',
  0,
  Object.keys(members),
  Object.values(members),
];

const [text, number, boolean, blob, time, document] = [0, 1, 2, 21, 4, 15];
const union = 4;

const inner = structure({ Name: text });
const node: unknown[] = structure({ Value: number, Next: () => node }) as unknown[];
const schema = structure({
  Text: text,
  Number: number,
  Boolean: boolean,
  Blob: blob,
  Time: time,
  Iso: 5,
  Any: document,
  List: [1, 'test', 'List', 0, text],
  Sparse: [1, 'test', 'Sparse', { sparse: 1 }, text],
  Structures: [1, 'test', 'Structures', 0, () => inner],
  Map: [2, 'test', 'Map', 0, text, text],
  MapOfStructures: [2, 'test', 'MapOfStructures', 0, text, () => inner],
  Union: structure({ One: text, Other: number }, union),
  Node: () => node,
  Token: [0, { idempotencyToken: 1 }],
});
const ofAll = NormalizedSchema.of(schema as never);

const bySdk = (value: object): string => {
  const codec = new JsonCodec2({ timestampFormat: { useTrait: true, default: 7 }, jsonName: false } as never);
  const serializer = codec.createSerializer();
  serializer.write(ofAll, value);
  return new TextDecoder().decode(serializer.flush() as unknown as Uint8Array);
};

const write = jsonWriter(ofAll);
const Token = 'token';

describe('a request in JSON', () => {
  it.each<[string, object]>([
    ['the members of the schema, in its order', { Number: 1, Text: 'a', Unknown: 'b', Boolean: false }],
    ['unusual characters', { Text: '"\\\b\f\n\r\t\u0000\u001f\u007f\u2028é€😀\ud800 \udc00' }],
    ['unusual numbers', { List: [], Number: -0 }],
    ['large and small numbers', { Node: { Value: 1e21, Next: { Value: 1e-7, Next: { Value: 0.1 } } } }],
    ['bytes', { Blob: new Uint8Array([0, 255, 16]) }],
    ['no bytes', { Blob: new Uint8Array() }],
    ['times', { Time: new Date(1_700_000_000_123) }],
    ['members without a value', { Text: undefined, Number: null, Structures: [{ Name: null }, undefined] }],
    ['items without a value', { List: ['a', null, undefined, 'b'], Structures: [null, { Name: 'a' }] }],
    ['keys of maps in their order', { Map: { b: '1', a: '2', 2: '3', 1: '4', c: null } }],
    ['structures in maps', { MapOfStructures: { b: { Name: 'x' }, a: null } }],
    ['one member of a union', { Union: { Other: 2 } }],
  ])('contains %s as that of the SDK', (_name, value) => {
    const members = { Token, ...value };
    expect(write(members)).toBe(bySdk(structuredClone(members)));
  });

  it.each<[string, object]>([
    ['a member that is filled in', { Token: undefined }],
    ['a value that is no number', { Number: Number.NaN }],
    ['an infinite number', { Number: Infinity }],
    ['a number as text', { Number: '1' }],
    ['text as a number', { Text: 1 }],
    ['bytes as text', { Blob: 'text' }],
    ['an invalid time', { Time: new Date(Number.NaN) }],
    ['a time in another format', { Iso: new Date(0) }],
    ['a document of any form', { Any: {} }],
    ['a list with places without a value', { Sparse: ['a', null] }],
    ['an empty union', { Union: {} }],
    ['an unknown member of a union', { Union: { $unknown: ['Third', 3] } }],
    ['the name of a type', { Structures: [{ __type: 'Other', Name: 'a' }] }],
    ['the key __proto__', { Map: JSON.parse('{"__proto__":"a"}') as object }],
    ['a list instead of a structure', { Structures: [[]] }],
  ])('is left to the SDK with %s', (_name, value) => {
    expect(() => write({ Token, ...value })).toThrow(UnusualValue);
  });
});
