import { AccessDeniedError, AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createBucket, deleteBucket, describeBucket, listBuckets } from './index.js';

const missing = awsError('NotFound', '', { status: 404 });
const done = {
  HeadBucket: missing,
  CreateBucket: {},
  PutBucketEncryption: {},
  PutBucketVersioning: {},
  PutObjectLockConfiguration: {},
  PutBucketTagging: {},
  DeleteBucket: {},
};
const operationsOf = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);

describe('a new bucket', () => {
  it("is created with the provider's defaults: the requests contain only its name and region", async () => {
    await using aws = fakeAws({ answers: done });
    expect(await createBucket('reports', { session: aws.session, region: 'eu-west-1' })).toEqual({
      bucket: 'reports',
      region: 'eu-west-1',
    });
    expect(aws.requests.map(({ operation, input }) => [operation, input])).toEqual([
      ['CreateBucket', { Bucket: 'reports', CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }],
    ]);
    await createBucket('reports', { session: aws.session, region: 'us-east-1' });
    expect(operationsOf(aws).slice(1)).toEqual(['HeadBucket', 'CreateBucket']);
    expect(aws.requests[2]?.input).toEqual({ Bucket: 'reports' });
  });

  it('has versioning, Object Lock and encryption with a KMS key if the input requests them', async () => {
    await using aws = fakeAws({ answers: done });
    const { session } = aws;
    await createBucket(
      { bucket: 'originals', objectLock: { mode: 'COMPLIANCE', years: 7 }, encryption: { kmsKeyId: 'alias/own' } },
      { session, region: 'eu-west-1' },
    );
    expect(aws.requests[0]?.input).toMatchObject({ ObjectLockEnabledForBucket: true });
    expect(String(aws.requests[1]?.body)).toContain('<KMSMasterKeyID>alias/own</KMSMasterKeyID>');
    expect(String(aws.requests[2]?.body)).toContain('<Mode>COMPLIANCE</Mode><Years>7</Years>');
    const members = { bucket: 'reports', versioning: true, encryption: 'AES256' as const, tags: { team: 'web' } };
    await createBucket(members, { session });
    expect(operationsOf(aws).slice(-3)).toEqual(['PutBucketEncryption', 'PutBucketVersioning', 'PutBucketTagging']);
    expect(String(aws.requests.at(-3)?.body)).toContain('<SSEAlgorithm>AES256</SSEAlgorithm>');
  });

  it('is not created in us-east-1 if it already exists, which S3 would not report', async () => {
    await using aws = fakeAws({ answers: { ...done, HeadBucket: {} } });
    const creating = createBucket('reports', { session: aws.session });
    await expect(creating).rejects.toThrow(AlreadyExistsError);
    await expect(creating).rejects.toThrow('createBucket: bucket reports already exists, and you have access to it.');
    expect(operationsOf(aws)).toEqual(['HeadBucket']);
  });

  it('is not deleted after a failure if S3 does not report whether it already existed', async () => {
    const denied = awsError('AccessDenied', 'Access Denied', { status: 403 });
    await using aws = fakeAws({ answers: { ...done, HeadBucket: denied, PutBucketTagging: denied } });
    const creating = createBucket({ bucket: 'reports', tags: { a: 'b' } }, { session: aws.session });
    await expect(creating).rejects.toThrow(AccessDeniedError);
    expect(operationsOf(aws)).toEqual(['HeadBucket', 'CreateBucket', 'PutBucketTagging']);
  });

  it('requires three permissions, and further ones only for its settings', () => {
    const { permissions } = createBucket;
    expect(
      permissions.filter((each) => each.when === undefined && each.with === undefined).map(({ action }) => action),
    ).toEqual(['s3:ListBucket', 's3:CreateBucket', 's3:DeleteBucket']);
  });

  it('is deleted again if a setting fails', async () => {
    await using aws = fakeAws({
      answers: { ...done, PutBucketEncryption: awsError('AccessDenied', 'Access Denied', { status: 403 }) },
    });
    const members = { bucket: 'reports', encryption: 'AES256' as const };
    await expect(createBucket(members, { session: aws.session })).rejects.toThrow(AccessDeniedError);
    expect(operationsOf(aws).at(-1)).toBe('DeleteBucket');
    aws.on('DeleteBucket', awsError('AccessDenied', 'Access Denied', { status: 403 }));
    await expect(createBucket(members, { session: aws.session })).rejects.toThrow(
      'The bucket reports is left: delete it with deleteBucket.',
    );
  });

  it.each(['ab', 'Reports', 'my_reports', 'a..b', '192.168.0.1', 'xn--a', 'a-s3alias', '-a-b', 'x'.repeat(64)])(
    'is not created with the name %s',
    async (bucket) => {
      await using aws = fakeAws();
      await expect(createBucket(bucket, { session: aws.session })).rejects.toThrow(InvalidInputError);
      expect(aws.requests).toEqual([]);
    },
  );

  it('needs a retention in either days or years, and a name that is not taken', async () => {
    await using aws = fakeAws({
      answers: { ...done, CreateBucket: awsError('BucketAlreadyExists', 'taken', { status: 409 }) },
    });
    const both = { bucket: 'reports', objectLock: { mode: 'GOVERNANCE' as const, days: 1, years: 1 } };
    await expect(createBucket(both, { session: aws.session })).rejects.toThrow('either days or years');
    await expect(createBucket('reports', { session: aws.session })).rejects.toThrow(AlreadyExistsError);
  });
});

describe('a bucket', () => {
  it('is described; settings that it lacks are absent', async () => {
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
      unreadable: [],
    });
    aws.on('HeadBucket', missing);
    await expect(describeBucket('reports', { session: aws.session })).rejects.toThrow(NotFoundError);
  });

  it('is emptied of versions, delete markers and uploads before its deletion', async () => {
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

  it('is emptied of its objects if the store has no versions', async () => {
    const unknown = awsError('NotImplemented', 'not implemented', { status: 501 });
    const listed = { Contents: [{ Key: 'a', Size: 1, LastModified: '2026-11-01T10:00:00Z' }] };
    await using aws = fakeAws({
      answers: {
        ...done,
        ListObjectVersions: unknown,
        ListObjectsV2: listed,
        DeleteObjects: {},
        ListMultipartUploads: {},
      },
    });
    await deleteBucket({ bucket: 'scratch', empty: true }, { session: aws.session });
    expect(aws.requests.find(({ operation }) => operation === 'DeleteObjects')?.input).toMatchObject({
      Delete: { Objects: [{ Key: 'a' }] },
    });
    expect(operationsOf(aws).at(-1)).toBe('DeleteBucket');
  });

  it('is not deleted if a version is locked; the error names the version', async () => {
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
      'deleteBucket: cannot delete 1 of the objects and versions in originals, e.g. "a" (version 1): protected by object lock. describeObjectRetention()',
    );
    aws.on('DeleteObjects', { Errors: [{ Key: 'a', VersionId: '1', Code: 'AccessDenied', Message: 'Access Denied' }] });
    await expect(deleteBucket({ bucket: 'originals', empty: true }, { session: aws.session })).rejects.toMatchObject({
      name: 'AccessDeniedError',
      action: 's3:DeleteObjectVersion',
    });
    aws.on('DeleteBucket', awsError('BucketNotEmpty', 'not empty', { status: 409 }));
    await expect(deleteBucket('originals', { session: aws.session })).rejects.toThrow('or pass empty: true');
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
