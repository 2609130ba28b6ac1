import { createHash, createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { fakeAws } from '../testing/index.js';
import { GetItemCommand, GetObjectCommand, objects, PutObjectCommand, tables } from '../__fixtures__/objects.js';
import { type PresignedRequest, presignRequest, type PresignOptions } from './presign-request.js';
import type { Sendable } from '../declaration/send.js';

const get: Sendable = { name: 'presignGetObject', service: objects(), command: GetObjectCommand };
const put: Sendable = { name: 'presignPutObject', service: objects(), command: PutObjectCommand };

const presign = async (
  declaration: Sendable,
  input: object,
  options: Partial<PresignOptions> = {},
): Promise<PresignedRequest & { query: Readonly<Record<string, string>> }> => {
  await using aws = fakeAws({
    region: 'eu-west-1',
    session: { credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey } },
  });
  const signed = await presignRequest(declaration, input, { session: aws.session, expiresInSeconds: 60, ...options });
  expect(aws.requests).toEqual([]);
  return { ...signed, query: Object.fromEntries(new URL(signed.url).searchParams) };
};

const secretAccessKey = 'marker-secret';

/** The signature of a request without headers except host, as in https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html. */
const signatureOf = ({ method, url }: PresignedRequest): string => {
  const { host, pathname, searchParams } = new URL(url);
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .sort()
    .join('&');
  // S3 signs the path as it is in the URL; other services encode it again.
  const canonical = [method, pathname, query, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const scope = (searchParams.get('X-Amz-Credential') ?? '').split('/').slice(1);
  const digest = createHash('sha256').update(canonical).digest('hex');
  const toSign = ['AWS4-HMAC-SHA256', searchParams.get('X-Amz-Date'), scope.join('/'), digest].join('\n');
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return hmac(scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`) as Buffer, toSign).toString('hex');
};

describe('a presigned request to S3', () => {
  it('has its method and path, and leaves the content to the user of the URL', async () => {
    const { url, method, headers, query } = await presign(get, { key: 'a b/c', aws: { VersionId: 'v1' } });
    expect(new URL(url).host + new URL(url).pathname).toBe('reports.s3.eu-west-1.amazonaws.com/a%20b/c');
    expect([method, headers]).toEqual(['GET', {}]);
    expect(query).toMatchObject({
      versionId: 'v1',
      'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
      'X-Amz-Credential': expect.stringMatching(/\/eu-west-1\/s3\/aws4_request$/) as string,
      'X-Amz-SignedHeaders': 'host',
    });
  });

  it('has the signature that S3 computes, with a path that is encoded once', async () => {
    for (const key of ['a', 'a b/c+d/ü.txt']) {
      const signed = await presign(get, { key, aws: { VersionId: 'v 1' } });
      expect(signed.query['X-Amz-Signature']).toBe(signatureOf(signed));
    }
  });

  it('is signed for the region and the service of its endpoint', async () => {
    const scheme = { name: 'sigv4', signingName: 's3-object-lambda', signingRegion: 'us-east-2' };
    const { query } = await presign({ ...get, service: objects(scheme) }, { key: 'a' });
    expect(query['X-Amz-Credential']).toMatch(/\/us-east-2\/s3-object-lambda\/aws4_request$/);
  });

  it('has metadata in the URL, or as headers to send', async () => {
    const input = { key: 'a', cacheControl: 'no-cache', metadata: { owner: 'ann' } };
    const inUrl = await presign(put, input);
    expect(inUrl).toMatchObject({
      method: 'PUT',
      headers: { 'cache-control': 'no-cache' },
      query: { 'x-amz-meta-owner': 'ann', 'X-Amz-SignedHeaders': 'cache-control;host' },
    });
    const signed = await presign(put, input, { signHeaders: true });
    expect(signed).toMatchObject({
      headers: { 'cache-control': 'no-cache', 'x-amz-meta-owner': 'ann' },
      query: { 'X-Amz-SignedHeaders': 'cache-control;host;x-amz-meta-owner' },
    });
    expect(signed.query).not.toHaveProperty('x-amz-meta-owner');
  });

  it('keeps a header of the input that the SDK also adds', async () => {
    expect((await presign(get, { key: 'a' })).headers).toEqual({});
    const { headers } = await presign(get, { key: 'a', aws: { ChecksumMode: 'ENABLED' } });
    expect(headers).toEqual({ 'x-amz-checksum-mode': 'ENABLED' });
  });
});

describe('a request that cannot be presigned', () => {
  it('is a request to a multi-region endpoint', async () => {
    const several = objects({ name: 'sigv4a', signingName: 's3' });
    const signing = presign({ ...get, service: several }, { key: 'a' });
    await expect(signing).rejects.toThrow(InvalidInputError);
    await expect(signing).rejects.toThrow('presignGetObject: requests to multi-region endpoints cannot be presigned.');
  });

  it('is a request with a body that is not a form', async () => {
    const signing = presign({ name: 'presignGetItem', service: tables, command: GetItemCommand }, { tableName: 'a' });
    await expect(signing).rejects.toThrow(InvalidInputError);
    await expect(signing).rejects.toThrow('presignGetItem: a request with a body cannot be presigned.');
  });
});
