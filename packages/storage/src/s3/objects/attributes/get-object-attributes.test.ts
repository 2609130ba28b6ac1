import { NotFoundError, UnexpectedResponseError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { getObjectAttributes } from './index.js';

const object = { bucket: 'videos', key: 'film.mp4' };
const partOf = (number: number): object => ({ PartNumber: number, Size: 5, ChecksumCRC32: 'AAAAAA==' });

describe('getObjectAttributes', () => {
  it('returns all attributes with one request, and the ETag in quotes as everywhere', async () => {
    const checksum = { ChecksumCRC64NVME: 'AAAAAAAAAAE=', ChecksumType: 'FULL_OBJECT' };
    await using aws = fakeAws({
      answers: { GetObjectAttributes: { ETag: '5d41402a', ObjectSize: 5, Checksum: checksum, VersionId: 'v1' } },
    });
    expect(await getObjectAttributes({ ...object, versionId: 'v1' }, { session: aws.session })).toEqual({
      sizeBytes: 5,
      eTag: '"5d41402a"',
      versionId: 'v1',
      storageClass: 'STANDARD',
      checksumCrc64Nvme: 'AAAAAAAAAAE=',
      checksumType: 'FULL_OBJECT',
      parts: [],
    });
    expect(aws.requests[0]?.headers['x-amz-object-attributes']).toBe(
      'ETag, Checksum, ObjectParts, StorageClass, ObjectSize',
    );
  });

  it('returns the parts of all pages', async () => {
    await using aws = fakeAws();
    const whole = { ETag: '5d-3', ObjectSize: 15 };
    const more = { TotalPartsCount: 3, IsTruncated: true, NextPartNumberMarker: '2', Parts: [partOf(1), partOf(2)] };
    aws.once('GetObjectAttributes', { ...whole, ObjectParts: more });
    aws.once('GetObjectAttributes', {
      ...whole,
      ObjectParts: { TotalPartsCount: 3, IsTruncated: false, Parts: [partOf(3)] },
    });
    const { partsCount, parts } = await getObjectAttributes(object, { session: aws.session });
    expect(partsCount).toBe(3);
    expect(parts.map(({ partNumber, sizeBytes }) => [partNumber, sizeBytes])).toEqual([
      [1, 5],
      [2, 5],
      [3, 5],
    ]);
    expect(aws.requests[1]?.headers).toMatchObject({ 'x-amz-part-number-marker': '2' });
  });

  it.each([undefined, '1'])('throws instead of repeating a page: next part %s', async (NextPartNumberMarker) => {
    const page = { IsTruncated: true, NextPartNumberMarker, Parts: [partOf(1), partOf(2)] };
    await using aws = fakeAws({ answers: { GetObjectAttributes: { ObjectSize: 15, ObjectParts: page } } });
    const reading = getObjectAttributes(object, { session: aws.session });
    await expect(reading).rejects.toThrow(UnexpectedResponseError);
    await expect(reading).rejects.toThrow('film.mp4 has more parts, but does not name the next one');
    expect(aws.requests).toHaveLength(1);
  });

  it('throws NotFoundError for an unknown object', async () => {
    const answer = awsError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
    await using aws = fakeAws({ answers: { GetObjectAttributes: answer } });
    await expect(getObjectAttributes(object, { session: aws.session })).rejects.toThrow(NotFoundError);
  });
});
