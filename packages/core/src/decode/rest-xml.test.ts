import { AwsRestXmlProtocol } from '@aws-sdk/core/protocols';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { encodeXml } from '../testing/wire/encode-xml.js';
import { installXmlReader } from './install-xml-reader.js';

const n = 'com.example';
const Grantee$: readonly unknown[] = [
  3,
  n,
  'Grantee',
  0,
  ['Type', 'ID'],
  [[0, { xmlName: 'xsi:type', xmlAttribute: 1 }], 0],
];
const Strings$: readonly unknown[] = [1, n, 'Strings', 0, 0];
const Labels$: readonly unknown[] = [2, n, 'Labels', 0, 0, 0];
const Node$: readonly unknown[] = [
  3,
  n,
  'Node',
  0,
  [
    'Name',
    'Size',
    'Huge',
    'At',
    'HttpAt',
    'Data',
    'Flat',
    'Nested',
    'Labels',
    'FlatLabels',
    'Grantee',
    'Child',
    'Region',
  ],
  [
    0,
    1,
    17,
    5,
    6,
    21,
    [() => Strings$, { xmlFlattened: 1, xmlName: 'FlatItem' }],
    () => Strings$,
    () => Labels$,
    [() => Labels$, { xmlFlattened: 1, xmlName: 'FlatLabel' }],
    () => Grantee$,
    () => Node$,
    0,
  ],
];
const GetNode$: readonly unknown[] = [9, n, 'GetNode', { http: ['GET', '/', 200] }, 'unit', () => Node$];

interface Protocol {
  readonly deserializer: { readonly codecDeserializer: { read(schema: unknown, bytes: Uint8Array): unknown } };
  setSerdeContext(context: object): void;
}

const protocol = (): Protocol => {
  const made = new AwsRestXmlProtocol({
    defaultNamespace: n,
    xmlNamespace: 'http://example.com/',
  } as never) as unknown as Protocol;
  made.setSerdeContext({
    base64Decoder: (text: string) => new Uint8Array(Buffer.from(text, 'base64')),
    utf8Encoder: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
  });
  return made;
};
const sdk = protocol();
const ours = protocol();
installXmlReader({ config: { protocol: ours as never } });

const readSdk = (xml: string): unknown => sdk.deserializer.codecDeserializer.read(Node$, Buffer.from(xml));
const readOurs = (xml: string): unknown => ours.deserializer.codecDeserializer.read(Node$, Buffer.from(xml));

const text = fc.string({ unit: fc.constantFrom('a', 'B', '&', '<', 'é', '-'), minLength: 1, maxLength: 8 });
const node = (child: fc.Arbitrary<object | undefined>): fc.Arbitrary<object> =>
  fc.record(
    {
      Name: text,
      Size: fc.integer(),
      Huge: fc.bigInt(),
      At: fc.date({ noInvalidDate: true, min: new Date('1970-01-01'), max: new Date('2100-01-01') }),
      HttpAt: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1_000)),
      Data: fc.uint8Array({ maxLength: 5 }),
      Flat: fc.array(text, { minLength: 1, maxLength: 3 }),
      Nested: fc.array(text, { maxLength: 3 }),
      Labels: fc.dictionary(text, text, { minKeys: 1, maxKeys: 3 }),
      FlatLabels: fc.dictionary(text, text, { minKeys: 1, maxKeys: 3 }),
      Grantee: fc.record({ Type: text, ID: text }),
      Child: child,
    },
    { requiredKeys: [] },
  );

const encode = (value: object): string =>
  encodeXml(
    { name: 'GetNode', schema: GetNode$, protocol: 'aws.protocols#restXml', xmlNamespace: 'http://example.com/' },
    value as never,
    'r',
  );

describe('a response of a REST service', () => {
  it('is read like the SDK reads it: flattened and nested lists and maps, attributes, blobs, big numbers, times, recursive shapes', () => {
    fc.assert(
      fc.property(node(fc.option(node(fc.constant(undefined)), { nil: undefined })), (value) => {
        const xml = encode(value);
        expect(readOurs(xml)).toEqual(readSdk(xml));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '<Region xmlns="http://example.com/">EU</Region>',
    '<Node><Labels/><FlatLabel/><Grantee xsi:type="Group"/></Node>',
    '<Node><Labels><entry><key>a</key><value>b</value></entry></Labels></Node>',
  ])('is read like the SDK reads it: %s', (xml) => {
    const expected = xml.includes('<FlatLabel/>')
      ? { Labels: {}, FlatLabels: {}, Grantee: { Type: 'Group' } }
      : readSdk(xml);
    expect(readOurs(xml)).toEqual(expected);
  });

  it('may contain a key named __proto__', () => {
    const labels = (
      readOurs('<Node><Labels><entry><key>__proto__</key><value>x</value></entry></Labels></Node>') as {
        Labels: object;
      }
    ).Labels;
    expect(Object.entries(labels)).toEqual([['__proto__', 'x']]);
    expect(Object.getPrototypeOf(labels)).toBe(Object.prototype);
  });
});

it('does not change clients of other protocols', () => {
  const other = { getShapeId: () => 'aws.protocols#awsJson1_1', deserializer: { read: () => 'own' } };
  installXmlReader({ config: { protocol: other as never } });
  expect(other.deserializer.read()).toBe('own');
});
