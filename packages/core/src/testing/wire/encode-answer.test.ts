import { text } from 'node:stream/consumers';

import { describe, expect, it } from 'vitest';

import { readWithSdk } from '../__fixtures__/read-with-sdk.js';
import {
  DropWidget$,
  FetchWidget$,
  GetHoles$,
  GetWidget$,
  payloadOf,
  SaveWidget$,
  WatchWidget$,
  widgetPayload,
} from '../__fixtures__/widget.js';
import { encodeAnswer, type Encoding } from './encode-answer.js';
import type { WireAnswer } from './wire-answer.js';

const time = new Date('2026-01-02T03:04:05Z');

const widget = {
  Name: 'ü "quoted" <tag>',
  Size: 7,
  Ratio: Number.NEGATIVE_INFINITY,
  Huge: 9_007_199_254_740_993n,
  Broken: false,
  CreatedAt: new Date('2026-01-02T03:04:05.678Z'),
  UpdatedAt: time,
  ChangedAt: time,
  Data: new Uint8Array([0, 255]),
  Tags: ['a', 'b'],
  Labels: { key: 'value' },
  Extra: { anything: [1, null] },
  Parts: [{ Name: 'part', Parts: [] }],
};

const encode = (
  protocol: string,
  schema: readonly unknown[],
  value: Encoding['value'],
  method = 'POST',
): WireAnswer => {
  const operation = {
    serviceId: 'Widgets',
    name: String(schema[2]),
    schema,
    input: {},
    protocol: `aws.protocols#${protocol}`,
    xmlNamespace: undefined,
  };
  return encodeAnswer({ operation, value, requestId: 'request-1', method });
};

describe('a response in JSON', () => {
  it.each(['awsJson1_0', 'awsJson1_1', 'restJson1'] as const)(
    'contains a value of every type: %s',
    async (protocol) => {
      const answer = encode(protocol, GetWidget$, widget);
      expect(await readWithSdk(protocol, GetWidget$, answer)).toEqual(widget);
      expect(answer).toMatchObject({
        status: 200,
        headers: { 'x-amzn-requestid': 'request-1', 'content-length': String(answer.body.length) },
      });
    },
  );

  it("has AWS's names, or the model's JSON names for REST services", () => {
    expect(JSON.parse(String(encode('awsJson1_1', GetWidget$, { Name: 'name' }).body))).toEqual({ Name: 'name' });
    expect(JSON.parse(String(encode('restJson1', GetWidget$, { Name: 'name' }).body))).toEqual({ widgetName: 'name' });
  });

  it.each([
    ['awsJson1_0', 'application/x-amz-json-1.0', 200],
    ['awsJson1_1', 'application/x-amz-json-1.1', 200],
    ['restJson1', 'application/json', 204],
  ] as const)('is empty by %s where there is no output', (protocol, contentType, status) => {
    const answer = encode(protocol, DropWidget$, {});
    expect(answer).toMatchObject({ status, headers: { 'content-type': contentType, 'content-length': '0' } });
  });

  it('is an empty object without members in the body', () => {
    expect(String(encode('restJson1', GetWidget$, {}).body)).toBe('{}');
  });

  it('has null in a list that can contain it', () => {
    expect(String(encode('restJson1', GetHoles$, { Names: ['a', null] }).body)).toBe('{"Names":["a",null]}');
  });
});

describe('a response of a REST service', () => {
  const value = {
    Status: 206,
    ETag: '"abc"',
    Modified: time,
    Count: 3,
    Methods: ['GET', 'PUT'],
    Policy: '{"a":1}',
    Metadata: { owner: 'ann', part: '7' },
    Body: new Uint8Array(Buffer.from('data')),
  };

  it.each(['restJson1', 'restXml'] as const)('has members in status, headers and stream: %s', async (protocol) => {
    const answer = encode(protocol, FetchWidget$, value);
    expect(answer).toMatchObject({
      status: 206,
      headers: { 'last-modified': 'Fri, 02 Jan 2026 03:04:05 GMT', 'x-amz-meta-owner': 'ann' },
    });
    const { Body, Policy, ...received } = await readWithSdk(protocol, FetchWidget$, answer);
    const { Body: _body, Policy: _policy, ...sent } = value;
    expect(received).toEqual(sent);
    expect([String(Policy), await text(Body as never)]).toEqual(['{"a":1}', 'data']);
  });

  it.each(['restJson1', 'restXml'] as const)('omits absent members: %s', (protocol) => {
    const answer = encode(protocol, FetchWidget$, {});
    expect(Object.keys(answer.headers).sort()).toEqual(
      ['content-length', 'content-type', protocol === 'restXml' ? 'x-amz-request-id' : 'x-amzn-requestid'].sort(),
    );
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
  });

  it.each(['restJson1', 'restXml'] as const)('has members in headers and body: %s', async (protocol) => {
    const saved = { Id: 'id-1', Name: 'name' };
    const answer = encode(protocol, SaveWidget$, saved);
    expect(answer).toMatchObject({ status: 201, headers: { 'x-id': 'id-1' } });
    expect(await readWithSdk(protocol, SaveWidget$, answer)).toEqual(saved);
    expect(String(answer.body)).not.toContain('id-1');
  });

  it.each([
    ['restJson1', 'text', 0, 'as it is'],
    ['restJson1', 'bytes', 21, new Uint8Array([1, 2])],
    ['restJson1', 'a document', 15, { any: ['thing'] }],
    ['restXml', 'text', 0, 'as it is'],
  ] as const)('gives the whole body to one member by %s: %s', async (protocol, _kind, schema, payload) => {
    const operation = payloadOf(schema);
    const { Payload: received } = await readWithSdk(
      protocol,
      operation,
      encode(protocol, operation, { Payload: payload }),
    );
    expect(received instanceof Uint8Array ? new Uint8Array(received) : received).toEqual(payload);
  });

  it.each(['restJson1', 'restXml'] as const)('has one structure as the whole body: %s', async (protocol) => {
    const payload = { Name: 'name', Tags: ['a'], CreatedAt: time };
    const answer = encode(protocol, widgetPayload, { Payload: payload });
    expect(await readWithSdk(protocol, widgetPayload, answer)).toEqual({ Payload: payload });
  });

  it('to HEAD has no body, and the content-length of the test', () => {
    expect(encode('restJson1', GetWidget$, widget, 'HEAD')).toMatchObject({
      headers: { 'content-length': '0' },
      body: Buffer.alloc(0),
    });
  });

  it('keeps a content-length of the output', () => {
    const operation = [
      9,
      'com.example.widgets',
      'HeadWidget',
      0,
      'unit',
      [3, 'com.example.widgets', 'Output', 0, ['Length'], [[1, { httpHeader: 'Content-Length' }]]],
    ];
    expect(encode('restXml', operation, { Length: 1234 }, 'HEAD').headers['content-length']).toBe('1234');
  });
});

describe('a response that fakeAws does not support', () => {
  it('names the protocol', () => {
    expect(() => encode('rpcv2Cbor', GetWidget$, {})).toThrow(
      /^fakeAws does not support Widgets: its protocol is aws\.protocols#rpcv2Cbor\. Supported: ec2Query, /,
    );
  });

  it('names the operation with an event stream', () => {
    expect(() => encode('restJson1', WatchWidget$, {})).toThrow(
      'fakeAws does not support WatchWidget: its response is an event stream.',
    );
  });
});
