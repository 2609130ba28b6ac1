import { AccessDeniedError, DeadlineError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { waitForVault } from './index.js';

const vaultName = 'photos';
const vault = {
  VaultARN: 'arn:aws:glacier:eu-west-1:111122223333:vaults/photos',
  VaultName: vaultName,
  CreationDate: '2020-03-20T17:03:43.221Z',
};
const missing = awsError('ResourceNotFoundException', `Vault not found for ARN: ${vault.VaultARN}`, { status: 404 });

it('waits until a vault exists', async () => {
  await using aws = fakeAws({ answers: { DescribeVault: vault } });
  aws.once('DescribeVault', missing);
  const states: string[] = [];
  const onProgress = ({ state }: { state: string }): void => void states.push(state);
  const found = await waitForVault({ vaultName, state: 'exists' }, { session: aws.session, onProgress });
  expect(found.vaultArn).toBe(vault.VaultARN);
  expect(states).toEqual(['not existing', 'existing']);
});

it('waits until a vault of another account no longer exists', async () => {
  await using aws = fakeAws({ answers: { DescribeVault: missing } });
  aws.once('DescribeVault', vault);
  const input = { vaultName, accountId: '111122223333', state: 'deleted' } as const;
  expect(await waitForVault(input, { session: aws.session })).toBeUndefined();
  expect(aws.requests.map(({ path }) => path)).toEqual(Array(2).fill('/111122223333/vaults/photos'));
});

it('ends at its deadline, with the last state', async () => {
  await using aws = fakeAws({ answers: { DescribeVault: missing } });
  const waiting = waitForVault({ vaultName, state: 'exists' }, { session: aws.session, timeoutMs: 60_000 });
  await expect(waiting).rejects.toThrow(DeadlineError);
  await expect(waiting).rejects.toThrow('not existing');
});

it('ends if the response is a denial', async () => {
  await using aws = fakeAws({ answers: { DescribeVault: awsError('AccessDeniedException', 'No.', { status: 403 }) } });
  const waiting = waitForVault({ vaultName, state: 'exists' }, { session: aws.session });
  await expect(waiting).rejects.toThrow(AccessDeniedError);
  expect(aws.requests).toHaveLength(1);
});
