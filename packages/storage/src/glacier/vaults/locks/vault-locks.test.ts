import { AccessDeniedError, ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  abortVaultLock,
  completeVaultLock,
  getVaultLock,
  initiateVaultLock,
  type VaultLockStatement,
} from './index.js';

const vaultName = 'photos';
const lockId = 'AE863rKkWZU53SLW5be4DUcW';
const statement: VaultLockStatement = {
  Effect: 'Deny',
  Principal: '*',
  Action: 'glacier:DeleteArchive',
  Resource: 'arn:aws:glacier:eu-west-1:111122223333:vaults/photos',
  Condition: { NumericLessThan: { 'glacier:ArchiveAgeInDays': '2557' } },
};

it('initiates a lock, returns it and completes it', async () => {
  await using aws = fakeAws({ answers: { InitiateVaultLock: { lockId }, CompleteVaultLock: {}, AbortVaultLock: {} } });
  const { session } = aws;
  expect((await initiateVaultLock({ vaultName, statements: [statement] }, { session })).lockId).toBe(lockId);
  const { policy } = aws.requests[0]!.input as { policy: { Policy: string } };
  expect(JSON.parse(policy.Policy)).toEqual({ Version: '2012-10-17', Statement: [statement] });
  aws.on('GetVaultLock', {
    ...policy,
    State: 'InProgress',
    CreationDate: '2026-11-01T10:00:00.000Z',
    ExpirationDate: '2026-11-02T10:00:00.000Z',
  });
  expect(await getVaultLock(vaultName, { session })).toMatchObject({
    state: 'InProgress',
    statements: [statement],
    expirationDate: new Date('2026-11-02T10:00:00Z'),
  });
  await completeVaultLock({ vaultName, lockId, confirmPermanentLock: true }, { session });
  expect(aws.requests[2]?.path).toBe(`/-/vaults/photos/lock-policy/${lockId}`);
  await abortVaultLock(vaultName, { session });
  expect(aws.requests[3]).toMatchObject({ method: 'DELETE', path: '/-/vaults/photos/lock-policy' });
});

it('is not completed without a confirmation in words', async () => {
  await using aws = fakeAws();
  const completing = completeVaultLock({ vaultName, lockId } as never, { session: aws.session });
  await expect(completing).rejects.toThrow(InvalidInputError);
  await expect(completing).rejects.toThrow('confirmPermanentLock');
  expect(aws.requests).toEqual([]);
});

it.each([
  [[], 'statements must'],
  [[{ ...statement, Action: 's3:GetObject' }], 'an action such as glacier:DeleteArchive'],
  [[{ ...statement, Resource: '*' }], 'the ARN of a vault such as'],
  [[{ ...statement, Sid: 's'.repeat(21_000) }], 'a policy of at most 20 KB'],
])('rejects a policy that AWS does not accept (%#)', async (statements, message) => {
  await using aws = fakeAws();
  const initiating = initiateVaultLock({ vaultName, statements }, { session: aws.session });
  await expect(initiating).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it('tells a vault without a lock from an unknown vault', async () => {
  await using aws = fakeAws();
  const { session } = aws;
  aws.once('GetVaultLock', awsError('ResourceNotFoundException', 'No vault lock policy is set', { status: 404 }));
  await expect(getVaultLock(vaultName, { session })).rejects.toThrow('initiate one with initiateVaultLock');
  aws.on('GetVaultLock', awsError('ResourceNotFoundException', 'Vault not found for ARN: x', { status: 404 }));
  const second = getVaultLock(vaultName, { session });
  await expect(second).rejects.toThrow(NotFoundError);
  await expect(second).rejects.not.toThrow('initiateVaultLock');
});

it('throws ConflictError if a lock is in progress or permanent, although AWS has the code of a denial', async () => {
  await using aws = fakeAws();
  const { session } = aws;
  const fails = (words: string) => awsError('AccessDeniedException', words, { status: 403 });
  aws.on('InitiateVaultLock', fails('The vault lock is already in progress'));
  const initiating = initiateVaultLock({ vaultName, statements: [statement] }, { session });
  await expect(initiating).rejects.toThrow(ConflictError);
  await expect(initiating).rejects.toThrow('can be removed with abortVaultLock');
  aws.once('AbortVaultLock', fails('The vault lock is in the Locked state'));
  await expect(abortVaultLock(vaultName, { session })).rejects.toThrow('A completed vault lock is permanent.');
  aws.once('AbortVaultLock', fails('User: me is not authorized to perform: glacier:AbortVaultLock on resource: r'));
  await expect(abortVaultLock(vaultName, { session })).rejects.toThrow(AccessDeniedError);
  aws.on('CompleteVaultLock', fails('Invalid lock ID'));
  const completing = completeVaultLock({ vaultName, lockId, confirmPermanentLock: true }, { session });
  await expect(completing).rejects.toThrow('already locked, with another lock ID');
});
