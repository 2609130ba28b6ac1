import { createHash } from 'node:crypto';

import { InvalidInputError, type PresignedRequest } from '@arch/core';
import { NormalizedSchema } from '@arch/core/sdk';
import { fakeAws } from '@arch/core/testing';
import { GetObjectRequest$, PutObjectRequest$ } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';

import { signatureOf } from './__fixtures__/signature-of.js';
import { presignGetObject, presignPutObject } from './index.js';

const object = { bucket: 'reports', key: '2026/Größe 11.csv' };
const secretAccessKey = 'not-a-secret';
const customerKey = 'k'.repeat(32);
const customerKeyMd5 = createHash('md5').update(customerKey).digest('base64');

const sign = async (
  presign: typeof presignGetObject | typeof presignPutObject,
  aws: Readonly<Record<string, unknown>>,
  more: object = {},
): Promise<PresignedRequest> => {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey, sessionToken: 'the-token' };
  await using cloud = fakeAws({ region: 'eu-west-1', session: { credentials } });
  const signed = await presign({ ...object, ...more, aws }, { session: cloud.session });
  expect(cloud.requests).toEqual([]);
  // The signature must cover the URL and all headers.
  expect(new URL(signed.url).searchParams.get('X-Amz-Signature')).toBe(signatureOf(signed, secretAccessKey));
  return signed;
};

const signedHeaders = ({ url }: PresignedRequest): readonly string[] =>
  (new URL(url).searchParams.get('X-Amz-SignedHeaders') ?? '').split(';');

/** Values for members whose type is not sufficient to choose one. */
const samples: Readonly<Record<string, unknown>> = {
  Body: 'a,b,c',
  Metadata: { 'File-Name': 'a b.csv' },
  SSECustomerKey: customerKey,
};
/** Members that another member requires. */
const requiredWith: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ChecksumAlgorithm: { ChecksumSHA256: 'c2hh' },
};

const sampleOf = (name: string, schema: NormalizedSchema): unknown => {
  if (name in samples) return samples[name];
  if (schema.isTimestampSchema()) return new Date('2026-11-28T10:00:00Z');
  if (schema.isNumericSchema()) return 7;
  if (schema.isBooleanSchema()) return true;
  return 'marker  of it';
};

const functions = [
  ['presignPutObject', presignPutObject, PutObjectRequest$],
  ['presignGetObject', presignGetObject, GetObjectRequest$],
] as const;
const cases = functions.flatMap(([title, presign, structure]) =>
  [...NormalizedSchema.of(structure as never).structIterator()].map(([name, schema]) => {
    const aws = { ...requiredWith[name], [name]: sampleOf(name, schema) };
    return { title, presign, name, aws, traits: schema.getMergedTraits() };
  }),
);
const withTrait = (trait: string): typeof cases => cases.filter(({ traits }) => trait in traits);

it('tests every member of both requests that is not in the path', () => {
  const kinds = ['httpHeader', 'httpPrefixHeaders', 'httpQuery', 'httpPayload', 'httpLabel'];
  expect(kinds.flatMap(withTrait)).toHaveLength(cases.length);
  expect(withTrait('httpLabel').map(({ name }) => name)).toEqual(['Bucket', 'Key', 'Bucket', 'Key']);
});

const inUrl = ['RequestPayer'];

describe.each(withTrait('httpHeader'))('$title with $name', ({ presign, name, aws, traits }) => {
  const header = String(traits.httpHeader).toLowerCase();

  it.each(inUrl.includes(name) ? [true] : [false, true])(
    'sends a signed header, signHeaders: %s',
    async (signHeaders) => {
      const signed = await sign(presign, aws, { signHeaders });
      expect(Object.keys(signed.headers).map((each) => each.toLowerCase())).toContain(header);
      expect(signedHeaders(signed)).toContain(header);
      expect([...new URL(signed.url).searchParams.keys()].map((each) => each.toLowerCase())).not.toContain(header);
    },
  );
});

it.each(withTrait('httpHeader').filter(({ name }) => inUrl.includes(name)))(
  '$title with $name puts it into the URL, as AWS documents',
  async ({ presign, aws }) => {
    const signed = await sign(presign, aws);
    expect(new URL(signed.url).searchParams.get('x-amz-request-payer')).toBe('marker  of it');
    expect(signed.headers).toEqual({});
  },
);

it.each(withTrait('httpPrefixHeaders'))(
  '$title with $name puts it into the URL, or into signed headers with signHeaders',
  async ({ presign, aws }) => {
    const one = await sign(presign, aws);
    expect(new URL(one.url).searchParams.get('x-amz-meta-file-name')).toBe('a b.csv');
    expect(one.headers).toEqual({});
    const other = await sign(presign, aws, { signHeaders: true });
    expect(other.url).not.toContain('x-amz-meta-file-name=');
    expect(other.headers).toEqual({ 'x-amz-meta-file-name': 'a b.csv' });
    expect(signedHeaders(other)).toEqual(['host', 'x-amz-meta-file-name']);
  },
);

it.each(withTrait('httpQuery'))('$title with $name puts it into the URL', async ({ presign, aws, traits }) => {
  const signed = await sign(presign, aws);
  expect(new URL(signed.url).searchParams.has(String(traits.httpQuery))).toBe(true);
  expect(signed.headers).toEqual({});
});

it.each(withTrait('httpPayload'))('$title rejects $name: the user of the URL sends it', async ({ presign, aws }) => {
  await expect(sign(presign, aws)).rejects.toThrow(InvalidInputError);
  await expect(sign(presign, aws)).rejects.toThrow(
    /^presignPutObject: Body is part of the body, which the user of the URL sends\. Omit it/,
  );
});

it.each(functions.map(([title, presign]) => [title, presign] as const))(
  '%s with a customer-provided key returns its three headers; the key is not in the URL',
  async (_title, presign) => {
    const signed = await sign(presign, { SSECustomerAlgorithm: 'AES256', SSECustomerKey: customerKey });
    expect(signed.headers).toEqual({
      'x-amz-server-side-encryption-customer-algorithm': 'AES256',
      'x-amz-server-side-encryption-customer-key': Buffer.from(customerKey).toString('base64'),
      'x-amz-server-side-encryption-customer-key-md5': customerKeyMd5,
    });
    const { searchParams } = new URL(signed.url);
    expect([...searchParams.keys()].join()).not.toMatch(/customer/i);
    expect(signed.url).not.toContain(encodeURIComponent(signed.headers['x-amz-server-side-encryption-customer-key']!));
  },
);

it('rejects a checksum algorithm without the checksum, which S3 would reject when the URL is used', async () => {
  const signing = sign(presignPutObject, { ChecksumAlgorithm: 'SHA256' });
  await expect(signing).rejects.toThrow(InvalidInputError);
  await expect(signing).rejects.toThrow(/ChecksumAlgorithm requires the checksum of the content/);
});
