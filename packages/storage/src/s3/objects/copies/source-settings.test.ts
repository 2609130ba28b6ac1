import { AccessDeniedError } from '@arch/core';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { describe, expect, it, vi } from 'vitest';

import { keepParts } from '../../transfers/__fixtures__/keep-parts.js';
import { copyLargeObject } from './index.js';

const large = { ContentLength: 6 * 1_073_741_824, ETag: '"5d-9"', ContentType: 'video/quicktime' };
const copying = { bucket: 'archive', key: 'film.mov', source: { bucket: 'videos', key: 'film.mov' } };

const copied = async (
  head: object,
  members: object = {},
  answers: Parameters<typeof fakeAws>[0] = {},
): Promise<FakeAws['requests']> => {
  await using aws = fakeAws(answers);
  keepParts(aws);
  aws.on('HeadObject', { ...large, ...head });
  aws.on('GetObjectTagging', { TagSet: [] });
  aws.on('UploadPartCopy', { CopyPartResult: { ETag: '"p"', ChecksumSHA256: 'sum' } });
  await copyLargeObject({ ...copying, ...members }, { session: aws.session });
  return [...aws.requests];
};
const creation = (requests: FakeAws['requests']): Readonly<Record<string, string>> =>
  requests.find(({ operation }) => operation === 'CreateMultipartUpload')!.headers;

describe('a copy in parts', () => {
  it('has all content headers of the source', async () => {
    const headers = creation(
      await copied({
        CacheControl: 'no-cache',
        ContentDisposition: 'inline',
        ContentEncoding: 'gzip',
        ContentLanguage: 'de',
        ExpiresString: 'Wed, 21 Oct 2026 07:28:00 GMT',
        Metadata: { by: 'me' },
      }),
    );
    expect(headers).toMatchObject({
      'content-type': 'video/quicktime',
      'cache-control': 'no-cache',
      'content-disposition': 'inline',
      'content-encoding': 'gzip',
      'content-language': 'de',
      expires: 'Wed, 21 Oct 2026 07:28:00 GMT',
      'x-amz-meta-by': 'me',
    });
    expect(headers).not.toHaveProperty('x-amz-tagging');
  });

  it.each([
    [{ ChecksumCRC32C: 'a', ChecksumType: 'FULL_OBJECT' }, 'CRC32C', 'FULL_OBJECT'],
    [{ ChecksumCRC64NVME: 'a', ChecksumType: 'FULL_OBJECT' }, 'CRC64NVME', 'FULL_OBJECT'],
    [{ ChecksumSHA256: 'a-9', ChecksumType: 'COMPOSITE' }, 'SHA256', 'COMPOSITE'],
    [{ ChecksumSHA1: 'a', ChecksumType: 'FULL_OBJECT' }, 'SHA1', 'COMPOSITE'],
    [{ ChecksumCRC32: 'a-9' }, 'CRC32', 'COMPOSITE'],
    [{}, 'CRC32', 'FULL_OBJECT'],
  ])('has the checksum algorithm of the source: %j', async (head, algorithm, type) => {
    const requests = await copied(head);
    expect(requests[0]?.headers).toHaveProperty('x-amz-checksum-mode', 'ENABLED');
    expect(creation(requests)).toMatchObject({ 'x-amz-checksum-algorithm': algorithm, 'x-amz-checksum-type': type });
    expect(String(requests.at(-1)?.body)).toContain('<ChecksumSHA256>sum<');
  });

  it("has another checksum, or none, if the input or AWS's setting requests it", async () => {
    const head = { ChecksumCRC32: 'a', ChecksumType: 'FULL_OBJECT' };
    expect(creation(await copied(head, { checksumAlgorithm: 'SHA256' }))).toMatchObject({
      'x-amz-checksum-algorithm': 'SHA256',
      'x-amz-checksum-type': 'COMPOSITE',
    });
    expect(creation(await copied(head, { checksum: 'none' }))).not.toHaveProperty('x-amz-checksum-type');
    vi.stubEnv('AWS_REQUEST_CHECKSUM_CALCULATION', 'WHEN_REQUIRED');
    expect(creation(await copied(head))).not.toHaveProperty('x-amz-checksum-type');
    vi.unstubAllEnvs();
  });

  it('passes a customer key to its parts', async () => {
    const aws = { SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'k'.repeat(32), RequestPayer: 'requester' };
    const requests = await copied({}, { aws });
    for (const { operation, headers } of requests.filter(({ operation: name }) => /Upload/.test(name)))
      expect([operation, headers]).toEqual([
        operation,
        expect.objectContaining({
          'x-amz-server-side-encryption-customer-algorithm': 'AES256',
          'x-amz-request-payer': 'requester',
        }),
      ]);
  });

  it('fails without permission to read the tags, and has no tags if the store does not implement them', async () => {
    await using aws = fakeAws({
      answers: { HeadObject: large, GetObjectTagging: awsError('AccessDenied', 'Access Denied', { status: 403 }) },
    });
    await expect(copyLargeObject(copying, { session: aws.session })).rejects.toThrow(AccessDeniedError);
    keepParts(aws);
    aws.on('UploadPartCopy', { CopyPartResult: { ETag: '"p"' } });
    aws.on('GetObjectTagging', awsError('NotImplemented', 'not implemented', { status: 501 }));
    await copyLargeObject(copying, { session: aws.session });
  });
});
