import { AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import type { HttpRequest } from '@smithy/core/protocols';
import { describe, expect, it } from 'vitest';

import { operationOfSchema } from '../middleware/serialize.js';
import type { Codec } from './codec.js';
import { restJson } from './rest-json.js';

// The SDK's numbers of types.
const [text, number, boolean, time, blob, content] = [0, 1, 2, 4, 21, 42];

type Members = Readonly<Record<string, unknown>>;

const structure = (members: Members): readonly unknown[] => [
  3,
  'test',
  'Structure',
  0,
  Object.keys(members),
  Object.values(members),
];
const texts = [1, 'test', 'Texts', 0, text];
const inner = structure({ Title: [text, { jsonName: 'title' }], Count: number });

const header = (type: unknown, name: string): unknown => [type, { httpHeader: name }];
const query = (type: unknown, name: string): unknown => [type, { httpQuery: name }];
const payload = (type: unknown, more: object = {}): unknown => [type, { httpPayload: 1, ...more }];
const label = [text, { httpLabel: 1 }];

const operation = (uri: string, input: Members, output: Members = {}): object =>
  operationOfSchema([9, 'test', 'Test', { http: ['POST', uri, 200] }, structure(input), structure(output)] as never);

const newProtocol = (): AwsRestJsonProtocol =>
  new AwsRestJsonProtocol({ defaultNamespace: 'test', errorTypeRegistries: [] });
const serdeWith = (path: string): object => ({
  endpoint: async () => ({ protocol: 'https:', hostname: 'things.example.com', path }),
});

const codecOf = async (of: object, path = '/'): Promise<Codec> => {
  const { codecOf: codec } = await restJson();
  return (await codec(newProtocol(), of, serdeWith(path)))!;
};

const parts = (request: HttpRequest): object => {
  const { method, path, query: ofQuery, headers, body, hostname } = request;
  const sent = body instanceof Uint8Array ? new TextDecoder().decode(body) : (body as string | undefined);
  return { method, path, query: ofQuery, headers, hostname, body: sent };
};

describe('a request of REST with JSON', () => {
  const list = operation('/things?fixed=1', {
    Limit: query(number, 'limit'),
    Name: query(text, 'name'),
    All: query(boolean, 'all'),
    A: text,
  });
  const update = operation('/things/{Name}/{Path+}', {
    Name: label,
    Path: label,
    Title: [text, { jsonName: 'title' }],
    Inner: () => inner,
    When: time,
    Type: header(text, 'Content-Type'),
    Flag: header(boolean, 'X-Flag'),
    Labels: [[2, 'test', 'Map', 0, text, text], { httpPrefixHeaders: 'X-Label-' }],
  });
  const names = { Name: 'a b', Path: 'c/d é' };

  it.each<[string, object, object, string?]>([
    ['no members', list, {}],
    ['a query', list, { Limit: 5, Name: 'a&b', All: false }],
    ['a query in the order of the input', list, { Name: 'a' }],
    ['a document', list, { A: 'x' }],
    ['parts of a path', update, { ...names }],
    ['a path of the endpoint', update, { ...names }, '/base'],
    ['members with other names in the document', update, { ...names, Title: 'a', Inner: { Title: 'b', Count: 1 } }],
    ['a time in the document', update, { ...names, When: new Date(1_700_000_000_123) }],
    ['headers', update, { ...names, Flag: true, Labels: { A: '1', b: '2' }, Type: 'text/plain' }],
    ['no value for a member', update, { ...names, Title: undefined, Inner: null }],
    ['a document as payload', operation('/', { Body: payload(() => inner) }), { Body: { Title: 'a' } }],
    ['no document as payload', operation('/', { Body: payload(() => inner) }), {}],
    ['bytes as payload', operation('/', { Body: payload(blob) }), { Body: new Uint8Array([97, 98]) }],
    ['a text instead of bytes', operation('/', { Body: payload(blob) }), { Body: 'é' }],
    ['content', operation('/', { Body: payload(content, { streaming: 1 }) }), { Body: Buffer.from('x') }],
    ['a media type', operation('/', { Body: payload(blob, { mediaType: 'image/png' }) }), { Body: 'x' }],
  ])('with %s is that of the SDK', async (_name, of, input, path = '/') => {
    const { write } = await codecOf(of, path);
    const expected = await newProtocol().serializeRequest(
      of as never,
      structuredClone(input),
      serdeWith(path) as never,
    );
    expect(parts(write(input) as never)).toEqual(parts(expected as never));
  });

  it.each<[string, object, object]>([
    ['an object in a query', list, { Name: {} }],
    ['a list in a query', operation('/', { Names: query(() => texts, 'names') }), { Names: ['a'] }],
    [
      'a map of queries',
      operation('/', { More: [[2, 'test', 'M', 0, text, text], { httpQueryParams: 1 }] }),
      { More: { a: 'b' } },
    ],
    ['an empty part of a path', update, { ...names, Name: '' }],
    ['a header without a value', update, { ...names, Labels: { a: null } }],
    ['an unusual document', update, { ...names, Title: 5 }],
    ['a text as payload', operation('/', { Body: payload(text) }), { Body: 'x' }],
    ['a number as payload', operation('/', { Body: payload(blob) }), { Body: 5 }],
    ['a member that is filled in', operation('/', { Token: [text, { idempotencyToken: 1, httpHeader: 'x' }] }), {}],
  ])('is left to the SDK with %s', async (_name, of, input) => {
    const { write } = await codecOf(of);
    expect(write(input)).toBeUndefined();
  });

  it('is left to the SDK for an operation with a host of its own, or without a path', async () => {
    const { codecOf: codec } = await restJson();
    for (const traits of [{ http: ['GET', '/', 200], endpoint: ['data.'] }, {}, 0])
      expect(
        await codec(newProtocol(), { traits, input: structure({}), output: structure({}) }, serdeWith('/')),
      ).toBeUndefined();
  });
});

describe('a response of REST with JSON', () => {
  const outputs = {
    document: {
      Title: [text, { jsonName: 'title' }],
      Count: header(number, 'X-Count'),
      Flag: header(boolean, 'X-Flag'),
    },
    status: { Status: [number, { httpResponseCode: 1 }] },
    'document as payload': { Body: payload(() => inner) },
    'bytes as payload': { Body: payload(blob) },
    'text as payload': { Body: payload(text) },
    labels: { Labels: [[2, 'test', 'Map', 0, text, text], { httpPrefixHeaders: 'x-label-' }] },
  } as const;
  const headers = { 'x-count': '5', 'x-flag': 'TRUE', 'x-label-a': 'b', 'x-other': '1', 'x-amzn-requestid': 'r-1' };

  const cases = Object.entries(outputs).flatMap(([name, output]) =>
    ['{"title":"a","Unknown":1}', '{"title":null}', ''].map((body) => [name, body, output] as const),
  );

  it.each(cases)('is read as by the SDK: %s, %s', async (_name, body, output) => {
    const of = operation('/', {}, output);
    const { read } = await codecOf(of);
    const response = (): never => ({ statusCode: 201, headers: { ...headers }, body: Buffer.from(body) }) as never;
    expect(await read(response())).toEqual(
      await newProtocol().deserializeResponse(of as never, {} as never, response()),
    );
  });

  it('is read after its document, if that is read later', async () => {
    const of = operation('/', {}, { ...outputs.document });
    const protocol = newProtocol();
    const { codecDeserializer } = protocol['deserializer'] as never as {
      codecDeserializer: { read(...parameters: unknown[]): unknown };
    };
    const readNow = codecDeserializer.read.bind(codecDeserializer);
    codecDeserializer.read = async (...parameters) => readNow(...parameters);
    const { codecOf: codec } = await restJson();
    const { read } = (await codec(protocol, of, serdeWith('/')))!;
    const response = { statusCode: 200, headers: {}, body: Buffer.from('{"title":"a"}') };
    expect(await read(response as never)).toMatchObject({ Title: 'a' });
  });

  it('is left to the SDK with a list in a header', async () => {
    const { read } = await codecOf(operation('/', {}, { Names: header(() => texts, 'x-names') }));
    expect(read({ statusCode: 200, headers: { 'x-names': 'a, b' }, body: Buffer.from('') })).toBeUndefined();
  });
});
