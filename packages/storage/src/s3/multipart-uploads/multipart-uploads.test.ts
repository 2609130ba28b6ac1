import { ConflictError, ConnectionError, InvalidInputError, NotFoundError, ServiceError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listMultipartUploads,
  uploadPart,
} from './index.js';

const object = { bucket: 'videos', key: 'film.mp4' };
const upload = { ...object, uploadId: 'u-1' };

describe('a multipart upload', () => {
  it('is created with a checksum of the whole object', async () => {
    await using aws = fakeAws({ answers: { CreateMultipartUpload: { UploadId: 'u-1' } } });
    const retainUntil = new Date(Date.now() + 86_400_000);
    const begun = await createMultipartUpload(
      {
        ...object,
        tags: { a: 'b c' },
        storageClass: 'DEEP_ARCHIVE',
        objectLockMode: 'COMPLIANCE',
        objectLockRetainUntilDate: retainUntil,
        objectLockLegalHoldStatus: 'ON',
      },
      { session: aws.session },
    );
    expect(begun).toEqual({ uploadId: 'u-1' });
    expect(aws.requests[0]?.headers).toMatchObject({
      'x-amz-checksum-algorithm': 'CRC32',
      'x-amz-checksum-type': 'FULL_OBJECT',
      'x-amz-tagging': 'a=b+c',
      'x-amz-storage-class': 'DEEP_ARCHIVE',
      'x-amz-object-lock-mode': 'COMPLIANCE',
      'x-amz-object-lock-legal-hold': 'ON',
    });
  });

  it('is not created twice if a response is lost', async () => {
    await using aws = fakeAws({ answers: { CreateMultipartUpload: fault('reset') } });
    const beginning = createMultipartUpload(object, { session: aws.session });
    await expect(beginning).rejects.toThrow(ConnectionError);
    await expect(beginning).rejects.toThrow('AWS may have completed the request');
    expect(aws.requests).toHaveLength(1);
  });

  it('receives parts and is completed', async () => {
    await using aws = fakeAws({
      answers: {
        UploadPart: { ETag: '"p1"', ChecksumCRC32: 'NhCmhg==' },
        CompleteMultipartUpload: {
          ETag: '"5d-1"',
          VersionId: 'v1',
          ChecksumType: 'FULL_OBJECT',
          ChecksumCRC32: 'NhCmhg==',
        },
      },
    });
    const { session } = aws;
    const part = await uploadPart({ ...upload, partNumber: 1, body: Buffer.from('hello') }, { session });
    expect(part).toEqual({ partNumber: 1, eTag: '"p1"', checksumCrc32: 'NhCmhg==' });
    expect(aws.requests[0]).toMatchObject({
      path: expect.stringContaining('partNumber=1&uploadId=u-1') as string,
      headers: { 'x-amz-checksum-crc32': 'NhCmhg==' },
    });
    const completed = await completeMultipartUpload(
      { ...upload, parts: [part], sizeBytes: 5, ifMatch: '"old"' },
      { session },
    );
    expect(completed).toEqual({
      eTag: '"5d-1"',
      versionId: 'v1',
      checksumType: 'FULL_OBJECT',
      checksumCrc32: 'NhCmhg==',
    });
    expect(aws.requests[1]?.headers).toMatchObject({ 'x-amz-mp-object-size': '5', 'if-match': '"old"' });
    expect(String(aws.requests[1]?.body)).toContain(
      '<Part><ETag>&quot;p1&quot;</ETag><ChecksumCRC32>NhCmhg==</ChecksumCRC32><PartNumber>1</PartNumber></Part>',
    );
  });

  it('fails with an error class for each reason: unknown upload, condition not met, part too small', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    const complete = (): Promise<unknown> =>
      completeMultipartUpload({ ...upload, parts: [{ partNumber: 1, eTag: '"p1"' }], ifNoneMatch: '*' }, { session });
    aws.once(
      'CompleteMultipartUpload',
      awsError('NoSuchUpload', 'The specified upload does not exist.', { status: 404 }),
    );
    await expect(complete()).rejects.toThrow(NotFoundError);
    aws.once('CompleteMultipartUpload', awsError('PreconditionFailed', 'At least one', { status: 412 }));
    await expect(complete()).rejects.toThrow(ConflictError);
    aws.once('CompleteMultipartUpload', awsError('EntityTooSmall', 'Your proposed upload is smaller', { status: 400 }));
    await expect(complete()).rejects.toThrow(ServiceError);
    aws.on('AbortMultipartUpload', awsError('NoSuchUpload', 'The specified upload does not exist.', { status: 404 }));
    await expect(abortMultipartUpload(upload, { session })).rejects.toThrow(
      'multipart upload u-1 does not exist in this account and region',
    );
  });

  it('is listed; pages continue from two markers', async () => {
    await using aws = fakeAws();
    const page = (UploadId: string): object => ({
      Uploads: [{ Key: 'film.mp4', UploadId, Initiated: '2026-11-01T10:00:00Z' }],
    });
    aws.once('ListMultipartUploads', {
      ...page('u-1'),
      IsTruncated: true,
      NextKeyMarker: 'film.mp4',
      NextUploadIdMarker: 'u-1',
    });
    // S3 sends the markers on the last page too.
    aws.once('ListMultipartUploads', {
      ...page('u-2'),
      IsTruncated: false,
      NextKeyMarker: 'film.mp4',
      NextUploadIdMarker: 'u-2',
    });
    const uploads = await listMultipartUploads({ bucket: 'videos', prefix: 'f' }, { session: aws.session }).toArray();
    expect(uploads).toEqual([
      { key: 'film.mp4', uploadId: 'u-1', initiated: new Date('2026-11-01T10:00:00Z') },
      { key: 'film.mp4', uploadId: 'u-2', initiated: new Date('2026-11-01T10:00:00Z') },
    ]);
    expect(aws.requests[1]?.path).toMatch(/key-marker=film\.mp4.*upload-id-marker=u-1/);
    expect(aws.requests).toHaveLength(2);
  });
});

it.each([
  [{ ...upload, partNumber: 0, body: Buffer.from('a') }, 'partNumber must be at least 1 (got 0)'],
  [{ ...upload, partNumber: 10_001, body: Buffer.from('a') }, 'partNumber must be at most 10000 (got 10001)'],
  [{ ...upload, uploadId: '', partNumber: 1, body: Buffer.from('a') }, 'uploadId'],
])('rejects a part with an invalid number or upload ID: %#', async (input, message) => {
  await using aws = fakeAws();
  await expect(uploadPart(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
  await expect(uploadPart(input, { session: aws.session })).rejects.toThrow(message);
  await expect(completeMultipartUpload({ ...upload, parts: [] }, { session: aws.session })).rejects.toThrow('parts');
  expect(aws.requests).toEqual([]);
});
