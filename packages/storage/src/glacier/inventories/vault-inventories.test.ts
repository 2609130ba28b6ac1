import { InvalidInputError, UnexpectedResponseError } from '@arch/core';
import { fakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { getVaultInventory, requestVaultInventory } from './index.js';

const vaultName = 'photos';
const jobId = 'HkF9p6o7yjhFx';
const vaultArn = 'arn:aws:glacier:eu-west-1:111122223333:vaults/photos';
const archive = { ArchiveId: 'a1', CreationDate: '2020-03-21T09:12:11Z', Size: 5, SHA256TreeHash: 'ab12' };
const inventory = (archives: readonly object[]) => ({
  body: JSON.stringify({ VaultARN: vaultArn, InventoryDate: '2026-11-29T05:10:12Z', ArchiveList: archives }),
});

it('requests an inventory in JSON, waits for the job, and reads typed items', async () => {
  await using aws = fakeAws({ answers: { InitiateJob: { jobId } } });
  const job = {
    JobId: jobId,
    Action: 'InventoryRetrieval',
    CreationDate: '2026-11-30T07:05:11.000Z',
    VaultARN: vaultArn,
  };
  aws.once('DescribeJob', { ...job, Completed: false, StatusCode: 'InProgress' });
  aws.on('DescribeJob', { ...job, Completed: true, StatusCode: 'Succeeded', InventorySizeInBytes: 300 });
  aws.on(
    'GetJobOutput',
    inventory([
      { ...archive, ArchiveDescription: 'photos.tar' },
      { ...archive, ArchiveDescription: '' },
    ]),
  );
  const { session } = aws;
  const startDate = new Date('2020-01-01T00:00:00.123Z');
  const done = await requestVaultInventory({ vaultName, startDate, limit: 2 }, { session, wait: true });
  expect(done.inventorySizeInBytes).toBe(300);
  expect(aws.requests[0]?.input).toMatchObject({
    accountId: '-',
    jobParameters: {
      Type: 'inventory-retrieval',
      Format: 'JSON',
      InventoryRetrievalParameters: { StartDate: '2020-01-01T00:00:00Z', Limit: '2' },
    },
  });
  const { archives, inventoryDate } = await getVaultInventory({ vaultName, jobId: done.jobId }, { session });
  expect(inventoryDate).toEqual(new Date('2026-11-29T05:10:12Z'));
  const read = {
    archiveId: 'a1',
    creationDate: new Date('2020-03-21T09:12:11Z'),
    sizeBytes: 5,
    sha256TreeHash: 'ab12',
  };
  expect(archives).toEqual([{ ...read, archiveDescription: 'photos.tar' }, read]);
});

it('does not start a second job after a lost response', async () => {
  await using aws = fakeAws();
  aws.on('InitiateJob', fault('reset'));
  await expect(requestVaultInventory(vaultName, { session: aws.session })).rejects.toMatchObject({
    outcomeUnknown: true,
  });
  expect(aws.requests).toHaveLength(1);
});

it.each([
  ['', 'it is not JSON (the text is empty)'],
  ['ArchiveId,ArchiveDescription', 'it is not JSON'],
  ['{"VaultARN":"a","InventoryDate":"2026-11-29T05:10:12Z"}', 'its member ArchiveList is missing'],
  [inventory([{ ...archive, Size: '5' }]).body, 'its member ArchiveList.0.Size is missing or has another form'],
  [inventory([{ ...archive, CreationDate: 'yesterday' }]).body, 'its member ArchiveList.0.CreationDate'],
])('says why an output is not an inventory: %j', async (body, message) => {
  await using aws = fakeAws({ answers: { GetJobOutput: { body } } });
  const reading = getVaultInventory({ vaultName, jobId }, { session: aws.session });
  await expect(reading).rejects.toThrow(UnexpectedResponseError);
  await expect(reading).rejects.toThrow(message);
});

it('rejects a period that ends before it starts', async () => {
  await using aws = fakeAws();
  const date = new Date();
  const requesting = requestVaultInventory({ vaultName, startDate: date, endDate: date }, { session: aws.session });
  await expect(requesting).rejects.toThrow(InvalidInputError);
  await expect(requesting).rejects.toThrow('an endDate after startDate');
});
