import { AccessDeniedError, AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createBucket, deleteBucket, describeBucket, listBuckets } from './index.js';

const done = {
  ListBuckets: { Buckets: [{ Name: 'reports-2025', CreationDate: '2025-11-01T10:00:00Z' }] },
  CreateBucket: {},
  PutPublicAccessBlock: {},
  PutBucketEncryption: {},
  PutBucketVersioning: {},
  PutObjectLockConfiguration: {},
  PutBucketTagging: {},
  DeleteBucket: {},
};

describe('a new bucket', () => {
  it('is closed, encrypted, without ACLs, and in the region of the session', async () => {
    await using aws = fakeAws({ answers: done });
    expect(await createBucket('reports', { session: aws.session, region: 'eu-west-1' })).toEqual({
      bucket: 'reports',
      region: 'eu-west-1',
    });
    expect(aws.requests.map(({ operation }) => operation)).toEqual([
      'CreateBucket',
      'PutPublicAccessBlock',
      'PutBucketEncryption',
    ]);
    expect(aws.requests[0]?.input).toMatchObject({
      ObjectOwnership: 'BucketOwnerEnforced',
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    });
    expect(String(aws.requests[1]?.body).match(/true/g)).toHaveLength(4);
    expect(String(aws.requests[2]?.body)).toContain('<SSEAlgorithm>AES256</SSEAlgorithm>');
    await createBucket('reports', { session: aws.session, region: 'us-east-1' });
    expect(aws.requests[4]?.input).not.toHaveProperty('CreateBucketConfiguration');
  });

  it('keeps versions, locks them and encrypts with a key of KMS where that is asked for', async () => {
    await using aws = fakeAws({ answers: done });
    const { session } = aws;
    await createBucket(
      { bucket: 'originals', objectLock: { mode: 'COMPLIANCE', years: 7 }, encryption: { kmsKeyId: 'alias/own' } },
      { session, region: 'eu-west-1' },
    );
    expect(aws.requests[0]?.input).toMatchObject({ ObjectLockEnabledForBucket: true });
    expect(String(aws.requests[2]?.body)).toContain('<KMSMasterKeyID>alias/own</KMSMasterKeyID>');
    expect(String(aws.requests[3]?.body)).toContain('<Mode>COMPLIANCE</Mode><Years>7</Years>');
    await createBucket({ bucket: 'reports', versioning: true, tags: { team: 'web' } }, { session });
    expect(aws.requests.slice(-2).map(({ operation }) => operation)).toEqual([
      'PutBucketVersioning',
      'PutBucketTagging',
    ]);
  });

  it('in us-east-1 is none that you have already, which S3 would not say', async () => {
    await using aws = fakeAws({
      answers: { ...done, ListBuckets: { Buckets: [{ Name: 'reports', CreationDate: '2025-11-01T10:00:00Z' }] } },
    });
    const making = createBucket('reports', { session: aws.session });
    await expect(making).rejects.toThrow(AlreadyExistsError);
    await expect(making).rejects.toThrow('it is yours');
    expect(aws.requests.map(({ operation }) => operation)).toEqual(['ListBuckets']);
    expect(await createBucket('report', { session: aws.session })).toEqual({ bucket: 'report', region: 'us-east-1' });
  });

  it('that cannot be set up is deleted again', async () => {
    await using aws = fakeAws({
      answers: { ...done, PutBucketEncryption: awsError('AccessDenied', 'Access Denied', { status: 403 }) },
    });
    await expect(createBucket('reports', { session: aws.session })).rejects.toThrow(AccessDeniedError);
    expect(aws.requests.at(-1)?.operation).toBe('DeleteBucket');
    aws.on('DeleteBucket', awsError('AccessDenied', 'Access Denied', { status: 403 }));
    await expect(createBucket('reports', { session: aws.session })).rejects.toThrow(
      'The bucket reports is left: delete it with deleteBucket.',
    );
  });

  it.each(['ab', 'Reports', 'my_reports', 'a..b', '192.168.0.1', 'xn--a', 'a-s3alias', '-a-b', 'x'.repeat(64)])(
    'is not called %s',
    async (bucket) => {
      await using aws = fakeAws();
      await expect(createBucket(bucket, { session: aws.session })).rejects.toThrow(InvalidInputError);
      expect(aws.requests).toEqual([]);
    },
  );

  it('has a retention of days or years, and a name that is free', async () => {
    await using aws = fakeAws({
      answers: { ...done, CreateBucket: awsError('BucketAlreadyExists', 'taken', { status: 409 }) },
    });
    const both = { bucket: 'reports', objectLock: { mode: 'GOVERNANCE' as const, days: 1, years: 1 } };
    await expect(createBucket(both, { session: aws.session })).rejects.toThrow('either days or years');
    await expect(createBucket('reports', { session: aws.session })).rejects.toThrow(AlreadyExistsError);
  });
});

describe('a bucket', () => {
  it('is described, and what it has not is absent', async () => {
    const none = (code: string) => awsError(code, 'none', { status: 404 });
    await using aws = fakeAws({
      answers: {
        HeadBucket: { BucketRegion: 'eu-west-1' },
        GetBucketVersioning: { Status: 'Enabled' },
        GetBucketEncryption: none('ServerSideEncryptionConfigurationNotFoundError'),
        GetPublicAccessBlock: { PublicAccessBlockConfiguration: { BlockPublicAcls: true } },
        GetObjectLockConfiguration: {
          ObjectLockConfiguration: {
            ObjectLockEnabled: 'Enabled',
            Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 7 } },
          },
        },
        GetBucketOwnershipControls: none('OwnershipControlsNotFoundError'),
        GetBucketTagging: none('NoSuchTagSet'),
      },
    });
    expect(await describeBucket('reports', { session: aws.session })).toEqual({
      bucket: 'reports',
      region: 'eu-west-1',
      versioning: 'Enabled',
      encryption: undefined,
      kmsKeyId: undefined,
      publicAccessBlock: {
        blockPublicAcls: true,
        ignorePublicAcls: false,
        blockPublicPolicy: false,
        restrictPublicBuckets: false,
      },
      objectOwnership: undefined,
      objectLock: true,
      defaultRetention: { mode: 'COMPLIANCE', days: undefined, years: 7 },
      tags: {},
    });
    aws.on('HeadBucket', awsError('NotFound', '', { status: 404 }));
    await expect(describeBucket('reports', { session: aws.session })).rejects.toThrow(NotFoundError);
  });

  it('is emptied of versions, markers and uploads before it goes', async () => {
    await using aws = fakeAws({ answers: { ...done, AbortMultipartUpload: {}, DeleteObjects: {} } });
    aws.once('ListObjectVersions', {
      Versions: [{ Key: 'a', VersionId: '1' }],
      DeleteMarkers: [{ Key: 'a', VersionId: '2' }],
      IsTruncated: true,
      NextKeyMarker: 'a',
      NextVersionIdMarker: '2',
    });
    aws.once('ListObjectVersions', { IsTruncated: false });
    aws.on('ListMultipartUploads', { Uploads: [{ Key: 'b', UploadId: 'u' }] });
    await deleteBucket({ bucket: 'scratch', empty: true }, { session: aws.session });
    expect(aws.requests.map(({ operation }) => operation)).toEqual([
      'ListObjectVersions',
      'ListObjectVersions',
      'DeleteObjects',
      'ListMultipartUploads',
      'AbortMultipartUpload',
      'DeleteBucket',
    ]);
    expect(aws.requests[1]?.path).toContain('version-id-marker=2');
  });

  it('whose versions are locked stays, and says which', async () => {
    await using aws = fakeAws({
      answers: {
        ListObjectVersions: { Versions: [{ Key: 'a', VersionId: '1' }] },
        DeleteObjects: {
          Errors: [{ Key: 'a', VersionId: '1', Code: 'AccessDenied', Message: 'protected by object lock' }],
        },
      },
    });
    const deleting = deleteBucket({ bucket: 'originals', empty: true }, { session: aws.session });
    await expect(deleting).rejects.toThrow(ConflictError);
    await expect(deleting).rejects.toThrow(
      '1 of what is in originals cannot be deleted, a among it: protected by object lock',
    );
    aws.on('DeleteObjects', { Errors: [{ Key: 'a', VersionId: '1', Code: 'AccessDenied', Message: 'Access Denied' }] });
    await expect(deleteBucket({ bucket: 'originals', empty: true }, { session: aws.session })).rejects.toMatchObject({
      name: 'AccessDeniedError',
      action: 's3:DeleteObjectVersion',
    });
    aws.on('DeleteBucket', awsError('BucketNotEmpty', 'not empty', { status: 409 }));
    await expect(deleteBucket('originals', { session: aws.session })).rejects.toThrow('delete it with empty: true');
  });

  it('is listed', async () => {
    await using aws = fakeAws({
      answers: { ListBuckets: { Buckets: [{ Name: 'reports', CreationDate: '2026-11-01T10:00:00Z' }] } },
    });
    expect(await listBuckets({ prefix: 're' }, { session: aws.session }).toArray()).toMatchObject([
      { bucket: 'reports' },
    ]);
  });
});
