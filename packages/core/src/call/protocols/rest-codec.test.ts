import {
  GetObject$,
  GetObjectAttributes$,
  ListObjectsV2$,
  PutObject$,
  PutObjectTagging$,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';

import { operationOfSchema } from '../middleware/serialize.js';
import type { Codec } from './codec.js';
import { restXml } from './rest-xml.js';

const { config } = new S3Client({ region: 'eu-west-1' });
const endpoint = async (): Promise<object> => ({ protocol: 'https:', hostname: 'reports.example.com', path: '/base' });
const serde = Object.assign(Object.create(config) as object, { endpoint });

type Schema = typeof GetObject$;

const codecOf = async (operationSchema: Schema): Promise<Codec> => {
  const { codecOf: of } = await restXml();
  return (await of(config.protocol, operationOfSchema(operationSchema as never), serde))!;
};

const object = { Bucket: 'reports', Key: 'a b/c+.csv' };

describe('a request of a REST protocol', () => {
  it('has its members in the path, the query, headers and the body', async () => {
    const { write } = await codecOf(PutObject$);
    const members = {
      ...object,
      Body: 'text',
      ContentType: 'text/csv',
      Metadata: { By: 'me' },
      BucketKeyEnabled: true,
    };
    expect(write(members)).toMatchObject({
      method: 'PUT',
      hostname: 'reports.example.com',
      path: '/base/a%20b/c%2B.csv',
      query: { 'x-id': 'PutObject' },
      headers: {
        'content-type': 'text/csv',
        'x-amz-meta-by': 'me',
        'x-amz-server-side-encryption-bucket-key-enabled': 'true',
      },
      body: 'text',
    });
    const { write: list } = await codecOf(ListObjectsV2$);
    expect(list({ Bucket: 'reports', MaxKeys: 2, Prefix: 'é&' })).toMatchObject({
      query: { 'list-type': '2', 'max-keys': '2', prefix: 'é&' },
      headers: {},
      body: undefined,
    });
  });

  it.each<[string, Schema, object]>([
    ['a document in XML', PutObjectTagging$, { ...object, Tagging: { TagSet: [] } }],
    ['a time', GetObject$, { ...object, IfModifiedSince: new Date(0) }],
    ['a list in a header', GetObjectAttributes$, { ...object, ObjectAttributes: ['ETag'] }],
    ['no key', GetObject$, { Bucket: 'reports' }],
    ['an empty bucket', GetObject$, { Bucket: '', Key: 'a' }],
    ['a stream', PutObject$, { ...object, Body: new ReadableStream() }],
  ])('is left to the SDK with %s', async (_name, schema, members) => {
    const { write } = await codecOf(schema);
    expect(write(members)).toBeUndefined();
  });
});

describe('a response of a REST protocol', () => {
  const responseWith = (headers: Record<string, string>): never =>
    ({ statusCode: 206, headers, body: Buffer.from('content') }) as never;

  it('has its members in headers and the body', async () => {
    const { read } = await codecOf(GetObject$);
    const headers = {
      'content-length': '7',
      'last-modified': 'Mon, 30 Nov 2026 12:00:00 GMT',
      'x-amz-meta-by': 'me',
      'x-amz-request-id': 'r-1',
    };
    expect(read(responseWith(headers))).toMatchObject({
      $metadata: { httpStatusCode: 206, requestId: 'r-1' },
      ContentLength: 7,
      LastModified: new Date('2026-11-30T12:00:00Z'),
      Metadata: { by: 'me' },
    });
  });

  it.each<[string, Record<string, string>]>([
    ['a time in another form', { 'last-modified': 'Monday, 30-Nov-26 12:00:00 GMT' }],
    [
      'a time in the form of another header',
      { 'x-amz-object-lock-retain-until-date': 'Mon, 30 Nov 2026 12:00:00 GMT' },
    ],
    ['names of headers in upper case', { ETag: '"1"' }],
  ])('is left to the SDK with %s', async (_name, headers) => {
    const { read } = await codecOf(GetObject$);
    expect(read(responseWith(headers))).toBeUndefined();
  });
});
