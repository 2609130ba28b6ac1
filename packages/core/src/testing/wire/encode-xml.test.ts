import { describe, expect, it } from 'vitest';

import { readWithSdk } from '../__fixtures__/read-with-sdk.js';
import { DropWidget$, GetWidget$, payloadOf, widgetPayload } from '../__fixtures__/widget.js';
import { encodeXml } from './encode-xml.js';

const encode = (protocol: string, schema: readonly unknown[], value: Readonly<Record<string, unknown>>): string =>
  encodeXml(
    { name: String(schema[2]), schema, protocol: `aws.protocols#${protocol}`, xmlNamespace: 'https://example.com/' },
    value,
    'request-1',
  );

const namespace = 'com.example.widgets';

/** `GetThing`, whose output is a structure. */
const operationOf = (members: Readonly<Record<string, unknown>>): readonly unknown[] => [
  9,
  namespace,
  'GetThing',
  { http: ['GET', '/thing', 200] },
  'unit',
  [3, namespace, 'Thing', 0, Object.keys(members), Object.values(members)],
];

const read = (schema: readonly unknown[], body: string): Promise<Record<string, unknown>> =>
  readWithSdk('restXml', schema, { status: 200, headers: {}, body: Buffer.from(body) });

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe('an operation without an output', () => {
  it.each([
    [
      'awsQuery',
      '<DropWidgetResponse xmlns="https://example.com/"><ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata></DropWidgetResponse>',
    ],
    [
      'ec2Query',
      '<DropWidgetResponse xmlns="https://example.com/"><requestId>request-1</requestId></DropWidgetResponse>',
    ],
  ])('has only the request ID in the response: %s', (protocol, body) => {
    expect(encode(protocol, DropWidget$, {})).toBe(declaration + body);
  });

  it('has no body in restXml', () => {
    expect(encode('restXml', DropWidget$, {})).toBe('');
  });
});

describe('an output', () => {
  it('is wrapped in a result in awsQuery, and is next to the request ID in ec2Query', () => {
    expect(encode('awsQuery', GetWidget$, { Size: 7 })).toBe(
      `${declaration}<GetWidgetResponse xmlns="https://example.com/"><GetWidgetResult><Size>7</Size></GetWidgetResult>` +
        '<ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata></GetWidgetResponse>',
    );
    expect(encode('ec2Query', GetWidget$, { Size: 7 })).toBe(
      `${declaration}<GetWidgetResponse xmlns="https://example.com/"><requestId>request-1</requestId><Size>7</Size></GetWidgetResponse>`,
    );
  });

  it('has times as text, in header format and in seconds', async () => {
    const time = new Date('2026-01-02T03:04:05Z');
    const times = operationOf({ CreatedAt: 5, UpdatedAt: 6, ChangedAt: 7 });
    const value = { CreatedAt: time, UpdatedAt: time, ChangedAt: new Date(time.getTime() + 500) };
    const body = encode('restXml', times, value);
    expect(body).toContain(
      '<CreatedAt>2026-01-02T03:04:05.000Z</CreatedAt><UpdatedAt>Fri, 02 Jan 2026 03:04:05 GMT</UpdatedAt><ChangedAt>1767323045.5</ChangedAt>',
    );
    expect(await read(times, body)).toEqual(value);
  });

  it("has attributes by AWS's names and by XML names", async () => {
    const Grantee$ = [
      3,
      namespace,
      'Grantee',
      0,
      ['Type', 'kind', 'Name'],
      [[0, { xmlAttribute: 1, xmlName: 'xsi:type' }], [0, { xmlAttribute: 1 }], 0],
    ];
    const grants = operationOf({ Grantee: () => Grantee$ });
    const body = encode('restXml', grants, { Grantee: { Type: 'User', kind: 'a "b" <c>', Name: 'ann' } });
    expect(body).toContain(
      '<Grantee xsi:type="User" kind="a &quot;b&quot; &lt;c&gt;"><Name>ann</Name></Grantee></Thing>',
    );
    const absent = encode('restXml', grants, { Grantee: { Name: 'ann' } });
    expect(absent).toContain('<Grantee><Name>ann</Name></Grantee>');
    expect(await read(grants, absent)).toEqual({ Grantee: { Name: 'ann' } });
  });

  it('has wrapped and flattened lists and maps', async () => {
    const lists = operationOf({
      Names: 64 | 0,
      Flat: [64 | 0, { xmlFlattened: 1 }],
      Labels: 128 | 0,
      FlatLabels: [128 | 0, { xmlFlattened: 1 }],
    });
    const value = {
      Names: ['a', '<b>'],
      Flat: ['c', 'd'],
      Labels: { e: 'f & g', h: '' },
      FlatLabels: { i: 'j', k: 'l' },
    };
    expect(await read(lists, encode('restXml', lists, value))).toEqual(value);
  });
});

describe('an output with one member as the whole body', () => {
  it('has no body if the member is absent', () => {
    expect(encode('restXml', widgetPayload, {})).toBe('');
  });

  it.each([
    ['its XML name', [3, namespace, 'Policy', { xmlName: 'PolicyDocument' }, ['Id'], [0]], 'PolicyDocument'],
    ['the name of its structure', [3, namespace, 'Policy', 0, ['Id'], [0]], 'Policy'],
  ])('has the element name from %s', async (_name, structure, tag) => {
    const operation = payloadOf(() => structure);
    const body = encode('restXml', operation, { Payload: { Id: 'a' } });
    expect(body).toBe(`${declaration}<${tag}><Id>a</Id></${tag}>`);
    expect(await read(operation, body)).toEqual({ Payload: { Id: 'a' } });
  });
});
