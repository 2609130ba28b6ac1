import { ConflictError, InvalidInputError, NotFoundError, QuotaExceededError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { createVault, deleteVault, describeVault, listVaults } from './index.js';

const vault = (name: string, part: object = {}) => ({
  VaultARN: `arn:aws:glacier:eu-west-1:111122223333:vaults/${name}`,
  VaultName: name,
  CreationDate: '2020-03-20T17:03:43.221Z',
  NumberOfArchives: 0,
  SizeInBytes: 0,
  ...part,
});

it('describes a vault with times as dates; without an inventory its date is absent', async () => {
  await using aws = fakeAws();
  aws.once('DescribeVault', vault('photos', { LastInventoryDate: '2026-11-29T05:10:12.000Z', NumberOfArchives: 3 }));
  aws.on('DescribeVault', vault('photos', { LastInventoryDate: null }));
  const { session } = aws;
  expect(await describeVault('photos', { session })).toMatchObject({
    creationDate: new Date('2020-03-20T17:03:43.221Z'),
    lastInventoryDate: new Date('2026-11-29T05:10:12Z'),
    numberOfArchives: 3,
  });
  expect(await describeVault('photos', { session })).not.toHaveProperty('lastInventoryDate');
});

it('sends the account ID in the path, by default "-", and the version of the API', async () => {
  await using aws = fakeAws({ answers: { DescribeVault: vault('photos') } });
  const { session } = aws;
  await describeVault('photos', { session });
  await describeVault({ vaultName: 'photos', accountId: '111122223333' }, { session });
  expect(aws.requests.map(({ path }) => path)).toEqual(['/-/vaults/photos', '/111122223333/vaults/photos']);
  expect(aws.requests[0]?.headers['x-amz-glacier-version']).toBe('2012-06-01');
});

it('lists the vaults of all pages', async () => {
  await using aws = fakeAws();
  aws.once('ListVaults', { VaultList: [vault('films')], Marker: 'next' });
  aws.once('ListVaults', { VaultList: [vault('photos')], Marker: null });
  const names = (await listVaults({}, { session: aws.session }).toArray()).map(({ vaultName }) => vaultName);
  expect(names).toEqual(['films', 'photos']);
  expect(aws.requests.map(({ input }) => input)).toMatchObject([{ limit: 10 }, { limit: 10, marker: 'next' }]);
});

it('creates a vault, and says which quota is reached', async () => {
  await using aws = fakeAws({ answers: { CreateVault: { location: '/111122223333/vaults/photos' } } });
  const { session } = aws;
  expect((await createVault('photos', { session })).location).toBe('/111122223333/vaults/photos');
  aws.on('CreateVault', awsError('LimitExceededException', 'Vault limit exceeded'));
  await expect(createVault('photos', { session })).rejects.toThrow(QuotaExceededError);
});

it('says why a vault with archives cannot be deleted', async () => {
  await using aws = fakeAws({ answers: { DeleteVault: {} } });
  const { session } = aws;
  await deleteVault('photos', { session });
  const words = 'Vault not empty or recently written to: arn:aws:glacier:eu-west-1:111122223333:vaults/photos';
  aws.on('DeleteVault', awsError('InvalidParameterValueException', words));
  const deleting = deleteVault('photos', { session });
  await expect(deleting).rejects.toThrow(ConflictError);
  await expect(deleting).rejects.toThrow('Delete its archives first.');
});

it('throws NotFoundError for an unknown vault', async () => {
  await using aws = fakeAws();
  const words = 'Vault not found for ARN: arn:aws:glacier:eu-west-1:111122223333:vaults/photos';
  aws.on('DescribeVault', awsError('ResourceNotFoundException', words, { status: 404 }));
  const describing = describeVault('photos', { session: aws.session });
  await expect(describing).rejects.toThrow(NotFoundError);
  await expect(describing).rejects.toThrow('vault photos');
});

it.each([
  ['a/b', 'vaultName must be 1 to 255 letters'],
  ['..', 'vaultName must be 1 to 255 letters'],
  [{ vaultName: 'photos', accountId: '12' }, 'accountId must be an account ID of 12 digits'],
])('rejects %o before sending', async (vaultInput, message) => {
  await using aws = fakeAws();
  const call = describeVault(vaultInput, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it('rejects members of AWS that would lose items of a listing', async () => {
  await using aws = fakeAws();
  const listing = listVaults({ aws: { marker: 'm' } }, { session: aws.session }).toArray();
  await expect(listing).rejects.toThrow('listVaults: aws.marker is not accepted');
  expect(aws.requests).toEqual([]);
});
