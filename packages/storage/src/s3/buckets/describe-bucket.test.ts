import { AccessDeniedError, NotFoundError, ThrottledError } from '@arch/core';
import { type Answer, awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { describeBucket } from './index.js';

const denied = awsError('AccessDenied', 'Access Denied', { status: 403 });
const none = (code: string): Answer => awsError(code, 'none', { status: 404 });
const settings: Readonly<Record<string, Answer>> = {
  GetBucketVersioning: { Status: 'Enabled' },
  GetBucketEncryption: {
    ServerSideEncryptionConfiguration: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/own' } }],
    },
  },
  GetPublicAccessBlock: { PublicAccessBlockConfiguration: { BlockPublicAcls: true } },
  GetObjectLockConfiguration: {
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 7 } },
    },
  },
  GetBucketOwnershipControls: { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
  GetBucketTagging: { TagSet: [{ Key: 'team', Value: 'web' }] },
};
const awsThat = (answers: Readonly<Record<string, Answer>>): FakeAws =>
  fakeAws({ answers: { HeadBucket: { BucketRegion: 'eu-west-1' }, ...settings, ...answers } });

describe('a setting that the caller may not read', () => {
  it.each([
    ['GetBucketVersioning', 'versioning', 's3:GetBucketVersioning', ['versioning']],
    ['GetBucketEncryption', 'encryption', 's3:GetEncryptionConfiguration', ['encryption', 'kmsKeyId']],
    ['GetPublicAccessBlock', 'publicAccessBlock', 's3:GetBucketPublicAccessBlock', ['publicAccessBlock']],
    [
      'GetObjectLockConfiguration',
      'objectLock',
      's3:GetBucketObjectLockConfiguration',
      ['objectLock', 'defaultRetention'],
    ],
    ['GetBucketOwnershipControls', 'objectOwnership', 's3:GetBucketOwnershipControls', ['objectOwnership']],
    ['GetBucketTagging', 'tags', 's3:GetBucketTagging', ['tags']],
  ] as const)('is absent, and is reported with the missing action: %s', async (operation, setting, action, members) => {
    await using aws = awsThat({});
    const readable = await describeBucket('reports', { session: aws.session });
    expect(readable.unreadable).toEqual([]);
    aws.on(operation, denied);
    const bucket = await describeBucket('reports', { session: aws.session });
    const absent = Object.fromEntries(members.map((member) => [member, undefined]));
    expect(bucket).toEqual({ ...readable, ...absent, unreadable: [{ setting, action }] });
    for (const member of members) expect(readable[member], member).toBeDefined();
  });

  it('is reported with the action that AWS names', async () => {
    const message =
      'User: arn:aws:iam::123456789012:user/ann is not authorized to perform: s3:GetBucketTagging on resource: "arn:aws:s3:::reports" with an explicit deny in an identity-based policy';
    await using aws = awsThat({ GetBucketTagging: awsError('AccessDenied', message, { status: 403 }) });
    const { unreadable } = await describeBucket('reports', { session: aws.session });
    expect(unreadable).toEqual([{ setting: 'tags', action: 's3:GetBucketTagging' }]);
  });

  it('differs from a setting that the bucket lacks', async () => {
    await using aws = awsThat({
      GetBucketEncryption: none('ServerSideEncryptionConfigurationNotFoundError'),
      GetObjectLockConfiguration: none('ObjectLockConfigurationNotFoundError'),
      GetPublicAccessBlock: denied,
      GetBucketTagging: denied,
    });
    const { encryption, objectLock, publicAccessBlock, tags, unreadable } = await describeBucket('reports', {
      session: aws.session,
    });
    expect({ encryption, objectLock, publicAccessBlock, tags }).toEqual({ objectLock: false });
    expect(unreadable.map(({ setting }) => setting)).toEqual(['publicAccessBlock', 'tags']);
  });

  it('does not prevent a result, even if it is every setting', async () => {
    await using aws = awsThat(Object.fromEntries(Object.keys(settings).map((operation) => [operation, denied])));
    const bucket = await describeBucket('reports', { session: aws.session });
    expect(bucket).toMatchObject({ bucket: 'reports', region: 'eu-west-1' });
    expect(bucket.unreadable).toHaveLength(6);
  });
});

describe('an error about the whole bucket', () => {
  it('is thrown if the caller may not read the bucket: no setting is requested', async () => {
    await using aws = awsThat({ HeadBucket: awsError('Forbidden', '', { status: 403 }) });
    const describing = describeBucket('reports', { session: aws.session });
    await expect(describing).rejects.toThrow(AccessDeniedError);
    await expect(describing).rejects.toMatchObject({ action: 's3:ListBucket' });
    expect(aws.requests.map(({ operation }) => operation)).toEqual(['HeadBucket']);
  });

  it.each([
    ['does not exist', { HeadBucket: none('NotFound') }],
    ['is deleted meanwhile', { GetBucketTagging: none('NoSuchBucket') }],
  ])('is NotFoundError if the bucket %s', async (_title, answers) => {
    await using aws = awsThat(answers);
    await expect(describeBucket('reports', { session: aws.session })).rejects.toThrow(NotFoundError);
  });

  it('is thrown if a setting cannot be read for another reason than a denial', async () => {
    await using aws = awsThat({ GetBucketTagging: awsError('SlowDown', 'Reduce your request rate.', { status: 503 }) });
    await expect(describeBucket('reports', { session: aws.session })).rejects.toThrow(ThrottledError);
  });
});
