import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, type FakeAws, fakeAws, fault } from '@arch/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { copyPartBytes } from './copy-in-parts.js';
import { copyLargeObject } from './index.js';

const gibibyte = 1_073_741_824;
const source = { bucket: 'videos', key: 'film.mov' };
const copying = { bucket: 'archive', key: 'film.mov', source };
const large = {
  ContentLength: 5 * gibibyte + 7,
  ETag: '"5d-9"',
  VersionId: 'v1',
  ContentType: 'video/quicktime',
  Metadata: { by: 'me' },
};

const answers = {
  HeadObject: large,
  CreateMultipartUpload: { UploadId: 'u-1' },
  UploadPartCopy: ({ PartNumber }: { PartNumber?: number }) => ({ CopyPartResult: { ETag: `"part-${PartNumber}"` } }),
  CompleteMultipartUpload: { ETag: '"whole-11"', VersionId: 'v2' },
  AbortMultipartUpload: {},
  GetObjectTagging: { TagSet: [{ Key: 'team', Value: 'web' }] },
};
const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);

describe('copyLargeObject', () => {
  it('copies up to 5 GiB in one request, and names the version', async () => {
    await using aws = fakeAws();
    aws.on('HeadObject', { ...large, ContentLength: 5 * gibibyte });
    aws.on('CopyObject', { CopyObjectResult: { ETag: '"5d"' }, VersionId: 'v2' });
    const seen: number[] = [];
    const onProgress = ({ transferredBytes }: { transferredBytes: number }): void => void seen.push(transferredBytes);
    const copied = await copyLargeObject({ ...copying, storageClass: 'GLACIER', onProgress }, { session: aws.session });
    expect(copied).toEqual({
      bucket: 'archive',
      key: 'film.mov',
      sizeBytes: 5 * gibibyte,
      eTag: '"5d"',
      versionId: 'v2',
    });
    expect(aws.requests[1]?.headers).toMatchObject({
      'x-amz-copy-source': 'videos/film.mov?versionId=v1',
      'x-amz-copy-source-if-match': '"5d-9"',
      'x-amz-storage-class': 'GLACIER',
    });
    expect(seen).toEqual([5 * gibibyte]);
  });

  it('sends the conditions for the destination when it completes a copy in parts', async () => {
    await using aws = fakeAws({ answers });
    await copyLargeObject({ ...copying, ifNoneMatch: '*', concurrency: 1 }, { session: aws.session });
    const sent = aws.requests.filter(({ headers }) => headers['if-none-match'] === '*');
    expect(sent.map(({ operation }) => operation)).toEqual(['CompleteMultipartUpload']);
  });

  it('copies larger objects in parts, with content type, metadata and tags', async () => {
    await using aws = fakeAws({ answers });
    aws.on('HeadObject', { ...large, TagCount: 1 });
    const copied = await copyLargeObject({ ...copying, storageClass: 'GLACIER' }, { session: aws.session });
    expect(copied).toMatchObject({ sizeBytes: large.ContentLength, eTag: '"whole-11"', versionId: 'v2' });
    expect(operations(aws).slice(0, 3)).toEqual(['HeadObject', 'GetObjectTagging', 'CreateMultipartUpload']);
    expect(aws.requests[2]?.headers).toMatchObject({
      'content-type': 'video/quicktime',
      'x-amz-meta-by': 'me',
      'x-amz-tagging': 'team=web',
      'x-amz-storage-class': 'GLACIER',
    });
    const parts = aws.requests.filter(({ operation }) => operation === 'UploadPartCopy');
    expect(parts).toHaveLength(11);
    // Concurrent requests arrive in any order.
    expect(parts.find(({ input }) => input['PartNumber'] === 11)?.input).toMatchObject({
      CopySource: 'videos/film.mov?versionId=v1',
      CopySourceRange: `bytes=${5 * gibibyte}-${5 * gibibyte + 6}`,
      CopySourceIfMatch: '"5d-9"',
    });
    expect(aws.requests.at(-1)?.input['MultipartUpload']).toMatchObject({
      Parts: Array.from({ length: 11 }, (_, index) => ({ PartNumber: index + 1, ETag: `"part-${index + 1}"` })),
    });
  });

  it('deletes the parts if the source changes or the call is aborted', async () => {
    await using aws = fakeAws({ answers });
    const { session } = aws;
    aws.once('UploadPartCopy', awsError('PreconditionFailed', 'At least one', { status: 412 }));
    await expect(copyLargeObject(copying, { session })).rejects.toThrow(ConflictError);
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
    const controller = new AbortController();
    const reason = new Error('enough');
    aws.on('UploadPartCopy', () => {
      controller.abort(reason);
      return fault('hang');
    });
    await expect(copyLargeObject(copying, { session, signal: controller.signal })).rejects.toBe(reason);
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
    aws.on('UploadPartCopy', awsError('InternalError', 'We encountered', { status: 500 }));
    aws.on('AbortMultipartUpload', awsError('AccessDenied', 'Access Denied', { status: 403 }));
    await expect(copyLargeObject(copying, { session })).rejects.toThrow(
      'The upload u-1 of film.mov is left, and AWS bills its parts: delete it with abortMultipartUpload.',
    );
  });

  it('throws NotFoundError for an unknown object, and InvalidInputError for invalid members', async () => {
    await using aws = fakeAws({ answers: { HeadObject: awsError('NotFound', '', { status: 404 }) } });
    await expect(copyLargeObject(copying, { session: aws.session })).rejects.toThrow(NotFoundError);
    const before = aws.requests.length;
    await expect(copyLargeObject({ ...copying, concurrency: 0 }, { session: aws.session })).rejects.toThrow(
      InvalidInputError,
    );
    expect(aws.requests).toHaveLength(before);
  });
});

it('chooses at most 10,000 parts of at most 5 GiB for every size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 * 5 * gibibyte }), (sizeBytes) => {
      const partBytes = copyPartBytes(sizeBytes);
      expect(Math.ceil(sizeBytes / partBytes)).toBeLessThanOrEqual(10_000);
      expect(partBytes).toBeLessThanOrEqual(5 * gibibyte);
    }),
  );
});
