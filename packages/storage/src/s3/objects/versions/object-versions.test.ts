import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { listObjectVersions } from './index.js';

const lastModified = '2026-11-01T10:00:00Z';

it('lists versions and delete markers of all pages', async () => {
  await using aws = fakeAws();
  aws.once('ListObjectVersions', {
    Versions: [{ Key: 'a', VersionId: '1', IsLatest: false, ETag: '"5d"', Size: 0, LastModified: lastModified }],
    DeleteMarkers: [{ Key: 'a', VersionId: '2', IsLatest: true, LastModified: lastModified }],
    IsTruncated: true,
    NextKeyMarker: 'a',
    NextVersionIdMarker: '1',
  });
  aws.once('ListObjectVersions', {
    Versions: [{ Key: 'b', VersionId: 'null', IsLatest: true, ETag: '"5e"', Size: 3, StorageClass: 'GLACIER' }],
    IsTruncated: false,
  });
  const versions = await listObjectVersions({ bucket: 'reports' }, { session: aws.session }).toArray();
  const written = { isDeleteMarker: false, lastModified: new Date(lastModified) };
  expect(versions).toEqual([
    { key: 'a', versionId: '1', isLatest: false, eTag: '"5d"', sizeBytes: 0, ...written },
    { key: 'a', versionId: '2', isLatest: true, ...written, isDeleteMarker: true },
    {
      key: 'b',
      versionId: 'null',
      isLatest: true,
      eTag: '"5e"',
      sizeBytes: 3,
      storageClass: 'GLACIER',
      isDeleteMarker: false,
    },
  ]);
  expect(aws.requests[1]?.path).toMatch(/key-marker=a.*version-id-marker=1/);
});

it('throws NotFoundError for an unknown bucket, and InvalidInputError for an empty name', async () => {
  await using aws = fakeAws();
  aws.on('ListObjectVersions', awsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 }));
  await expect(listObjectVersions({ bucket: 'reports' }, { session: aws.session }).first()).rejects.toThrow(
    NotFoundError,
  );
  const before = aws.requests.length;
  await expect(listObjectVersions({ bucket: '' }, { session: aws.session }).first()).rejects.toThrow(InvalidInputError);
  expect(aws.requests).toHaveLength(before);
});
