import { ConflictError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { getObjectAcl, putObjectAcl } from './index.js';

const object = { bucket: 'reports', key: '2026/11.csv' };
const owner = 'a'.repeat(64);
const everybody = 'http://acs.amazonaws.com/groups/global/AllUsers';
const grants = [
  { grantee: { id: owner }, permission: 'FULL_CONTROL' },
  { grantee: { uri: everybody }, permission: 'READ' },
] as const;

describe('the access control list of an object', () => {
  it('is read with its owner and grants, and written back unchanged', async () => {
    await using aws = fakeAws({ answers: { PutObjectAcl: {} } });
    const { session } = aws;
    const wire = [
      { Grantee: { Type: 'CanonicalUser', ID: owner }, Permission: 'FULL_CONTROL' },
      { Grantee: { Type: 'Group', URI: everybody }, Permission: 'READ' },
    ];
    aws.on('GetObjectAcl', { Owner: { ID: owner }, Grants: wire });
    const acl = await getObjectAcl({ ...object, versionId: 'v1' }, { session });
    expect(acl).toEqual({ ownerId: owner, grants });
    await putObjectAcl({ ...object, ownerId: acl.ownerId, grants: acl.grants }, { session });
    expect(aws.requests[1]?.input).toMatchObject({ AccessControlPolicy: { Owner: { ID: owner }, Grants: wire } });
  });

  it('is replaced by a predefined list', async () => {
    await using aws = fakeAws({ answers: { PutObjectAcl: {} } });
    await putObjectAcl({ ...object, acl: 'public-read' }, { session: aws.session });
    expect(aws.requests[0]?.headers).toMatchObject({ 'x-amz-acl': 'public-read' });
  });

  it('accepts an account by its e-mail address', async () => {
    await using aws = fakeAws({ answers: { PutObjectAcl: {} } });
    const grant = { grantee: { emailAddress: 'ann@example.com' }, permission: 'READ' } as const;
    await putObjectAcl({ ...object, ownerId: owner, grants: [grant] }, { session: aws.session });
    expect(aws.requests[0]?.input).toMatchObject({
      AccessControlPolicy: {
        Grants: [{ Grantee: { Type: 'AmazonCustomerByEmail', EmailAddress: 'ann@example.com' }, Permission: 'READ' }],
      },
    });
  });

  it('throws ConflictError with the remedy if the bucket has no access control lists', async () => {
    const answer = awsError('AccessControlListNotSupported', 'The bucket does not allow ACLs', { status: 400 });
    await using aws = fakeAws({ answers: { PutObjectAcl: answer } });
    const putting = putObjectAcl({ ...object, acl: 'private' }, { session: aws.session });
    await expect(putting).rejects.toThrow(ConflictError);
    await expect(putting).rejects.toThrow('use a bucket policy');
  });

  it.each([
    [{}, 'provide acl, or ownerId and grants'],
    [{ acl: 'private', grants }, 'provide acl, or ownerId and grants'],
    [{ grants }, 'provide acl, or ownerId and grants'],
    [
      { ownerId: owner, grants: [{ grantee: { id: owner, uri: everybody }, permission: 'READ' }] },
      'exactly one of id, uri and emailAddress',
    ],
  ])('rejects invalid input before anything is sent: %o', async (members, message) => {
    await using aws = fakeAws();
    const putting = putObjectAcl({ ...object, ...members }, { session: aws.session });
    await expect(putting).rejects.toThrow(InvalidInputError);
    await expect(putting).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
