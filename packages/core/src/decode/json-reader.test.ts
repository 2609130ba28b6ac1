import { JsonCodec2 } from '@smithy/core/protocols';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { installJsonReader } from './install-json-reader.js';

/** The SDK's numbers for the types of values. https://github.com/smithy-lang/smithy-typescript */
const [text, number, flag, time, date, bytes, bigInteger, document] = [0, 1, 2, 4, 5, 21, 17, 15];
const list = (item: unknown): readonly unknown[] => [1, 'test', 'List', 0, item];
const map = (value: unknown): readonly unknown[] => [2, 'test', 'Map', 0, 0, value];
const structure = (members: Readonly<Record<string, unknown>>): readonly unknown[] => [
  3,
  'test',
  'Structure',
  0,
  Object.keys(members),
  Object.values(members),
];
const union = (members: Readonly<Record<string, unknown>>): readonly unknown[] => [
  4,
  'test',
  'Union',
  0,
  Object.keys(members),
  Object.values(members),
];

const field = union({ text: text, number: [number, { jsonName: 'n' }], inner: () => tree });
const tree: readonly unknown[] = structure({
  name: [text, { jsonName: 'Name' }],
  json: [() => text, { mediaType: 'application/json' }],
  count: number,
  flag,
  time,
  date,
  bytes,
  tags: map(text),
  times: list(time),
  numbers: map(number),
  children: list(() => tree),
  fields: list(() => field),
});

const readers = (jsonName: boolean) => {
  const settings = { jsonName, timestampFormat: { useTrait: true, default: 7 } } as never;
  const [sdk, own] = [0, 1].map(() => new JsonCodec2(settings).createDeserializer());
  installJsonReader({ config: { protocol: { deserializer: own as never } } });
  const readWith =
    (reader: unknown) =>
    async (schema: unknown, json: string): Promise<unknown> => {
      try {
        return await (reader as { read(schema: unknown, bytes: Uint8Array): unknown }).read(schema, Buffer.from(json));
      } catch (error) {
        return String(error);
      }
    };
  return { sdk: readWith(sdk), ours: readWith(own) };
};

const documents: readonly string[] = [
  '{}',
  '{"name":"a","Name":"b","count":1,"flag":true,"time":1.5,"date":"2026-11-30T00:00:00Z","bytes":"AAE=","unknown":{}}',
  '{"name":null,"count":"NaN","time":"7","tags":{"a":"b","__proto__":"c"},"times":[1,null],"numbers":{"a":"Infinity"}}',
  '{"children":[{"children":[{"count":1}]},null,"text",[]],"fields":[{"text":"a"},{"n":1},{"number":1},{"inner":{"count":2}}]}',
  '{"fields":[{},{"text":null},{"text":"a","n":1},{"other":1},{"__type":"a","text":"b"},null,"text",[1]]}',
  '{"__type":"test#Structure","count":1,"unknown":[1]}',
  '{"children":{"a":1},"tags":[1],"count":{},"time":{},"numbers":{"toString":1}}',
  '[]',
  '"text"',
  'null',
  '',
  '{"count":',
];

describe.each([true, false])('a document whose members have names of their own: %s', (jsonName) => {
  const { sdk, ours } = readers(jsonName);

  it.each(documents)('is read as the SDK does: %s', async (json) => {
    expect(await ours(tree, json)).toEqual(await sdk(tree, json));
  });

  it('is read as the SDK does, with any values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.json(),
        fc.constantFrom('count', 'tags', 'times', 'children', 'fields', 'date'),
        async (json, name) => {
          const object = `{${JSON.stringify(name)}:${json}}`;
          expect(await ours(tree, object)).toEqual(await sdk(tree, object));
        },
      ),
    );
  });
});

describe('a number', () => {
  const exact = structure({ id: bigInteger, ids: list(bigInteger), rest: tree });
  const { sdk, ours } = readers(false);

  it.each(['1', '-9007199254740993', '9223372036854775807', '1e3', '12345678.90123456789', '0.1', '12E-2'])(
    'of a member that is read exactly is read as the SDK does: %s',
    async (value) => {
      for (const json of [`{"id":${value}}`, `{"ids":[ ${value},1]}`, `{"id":1,"rest":{"count":${value}}}`])
        expect(await ours(exact, json)).toEqual(await sdk(exact, json));
    },
  );

  it('in a document of any form is read by the SDK', async () => {
    const any = structure({ any: document });
    for (const json of ['{"any":{"a":[1.50,9223372036854775807]}}', '{"any":null}'])
      expect(await ours(any, json)).toEqual(await sdk(any, json));
  });
});
