import { ConflictError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { getBucketAcl, putBucketAcl } from './index.js';

const bucket = 'access-logs';
const owner = 'a'.repeat(64);
const logDelivery = 'http://acs.amazonaws.com/groups/s3/LogDelivery';
const grants = [
  { grantee: { id: owner }, permission: 'FULL_CONTROL' },
  { grantee: { uri: logDelivery }, permission: 'WRITE' },
] as const;

describe('the access control list of a bucket', () => {
  it('is read with its owner and grants, and written back unchanged', async () => {
    await using aws = fakeAws({ answers: { PutBucketAcl: {} } });
    const { session } = aws;
    const wire = [
      { Grantee: { Type: 'CanonicalUser', ID: owner }, Permission: 'FULL_CONTROL' },
      { Grantee: { Type: 'Group', URI: logDelivery }, Permission: 'WRITE' },
    ];
    aws.on('GetBucketAcl', { Owner: { ID: owner }, Grants: wire });
    const acl = await getBucketAcl(bucket, { session });
    expect(acl).toEqual({ ownerId: owner, grants });
    await putBucketAcl({ bucket, ownerId: acl.ownerId, grants: acl.grants }, { session });
    expect(aws.requests[1]?.input).toMatchObject({
      Bucket: bucket,
      AccessControlPolicy: { Owner: { ID: owner }, Grants: wire },
    });
  });

  it('is replaced by a predefined list', async () => {
    await using aws = fakeAws({ answers: { PutBucketAcl: {} } });
    await putBucketAcl({ bucket, acl: 'log-delivery-write' }, { session: aws.session });
    expect(aws.requests[0]?.headers).toMatchObject({ 'x-amz-acl': 'log-delivery-write' });
    expect(aws.requests[0]?.input).not.toHaveProperty('AccessControlPolicy');
  });

  it('throws ConflictError with the remedy if the bucket has no access control lists', async () => {
    const answer = awsError('AccessControlListNotSupported', 'The bucket does not allow ACLs', { status: 400 });
    await using aws = fakeAws({ answers: { PutBucketAcl: answer } });
    const putting = putBucketAcl({ bucket, acl: 'private' }, { session: aws.session });
    await expect(putting).rejects.toThrow(ConflictError);
    await expect(putting).rejects.toThrow('use a bucket policy');
  });

  it.each([
    [{}, 'provide acl, or ownerId and grants'],
    [{ acl: 'private', ownerId: owner, grants }, 'provide acl, or ownerId and grants'],
    [{ ownerId: owner }, 'provide acl, or ownerId and grants'],
    [{ ownerId: owner, grants: [{ grantee: {}, permission: 'READ' }] }, 'exactly one of id, uri and emailAddress'],
    [{ ownerId: owner, grants: Array.from({ length: 101 }, () => grants[0]) }, 'grants'],
  ])('rejects invalid input before anything is sent: %o', async (members, message) => {
    await using aws = fakeAws();
    const putting = putBucketAcl({ bucket, ...members }, { session: aws.session });
    await expect(putting).rejects.toThrow(InvalidInputError);
    await expect(putting).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
