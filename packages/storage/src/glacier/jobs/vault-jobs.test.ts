import { ConflictError, InvalidInputError, NotFoundError, UnexpectedResponseError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { treeHashOf } from '../tree-hash.js';
import { describeVaultJob, getVaultJobOutput, listVaultJobs, waitForVaultJob } from './index.js';

const vaultName = 'photos';
const jobId = 'HkF9p6o7yjhFx-K3CGl6fuSm';
const job = (StatusCode: string, part: object = {}) => ({
  JobId: jobId,
  Action: 'InventoryRetrieval',
  Completed: StatusCode !== 'InProgress',
  CreationDate: '2026-11-30T07:05:11.000Z',
  StatusCode,
  VaultARN: 'arn:aws:glacier:eu-west-1:111122223333:vaults/photos',
  ...part,
});

describe('a job', () => {
  it('is described, with the marker of an inventory that continues', async () => {
    await using aws = fakeAws();
    aws.on('DescribeJob', job('Succeeded', { InventoryRetrievalParameters: { Format: 'JSON', Marker: 'm2' } }));
    expect(await describeVaultJob({ vaultName, jobId }, { session: aws.session })).toMatchObject({
      completed: true,
      inventoryMarker: 'm2',
      creationDate: new Date('2026-11-30T07:05:11Z'),
    });
  });

  it('is listed by its state', async () => {
    await using aws = fakeAws({ answers: { ListJobs: { JobList: [job('Failed')], Marker: null } } });
    const filter = { vaultName, statusCode: 'Failed', completed: true } as const;
    expect(await listVaultJobs(filter, { session: aws.session }).count()).toBe(1);
    expect(aws.requests[0]?.input).toMatchObject({ statuscode: 'Failed', completed: 'true' });
  });

  it('is not found by its ID, not as a vault', async () => {
    await using aws = fakeAws();
    aws.on('DescribeJob', awsError('ResourceNotFoundException', `The job ID was not found: ${jobId}`, { status: 404 }));
    const describing = describeVaultJob({ vaultName, jobId }, { session: aws.session });
    await expect(describing).rejects.toThrow(NotFoundError);
    await expect(describing).rejects.toThrow(`job ${jobId}`);
  });
});

describe('a wait', () => {
  it('ends when the job has succeeded', async () => {
    await using aws = fakeAws();
    aws.once('DescribeJob', job('InProgress'));
    aws.on('DescribeJob', job('Succeeded'));
    const done = await waitForVaultJob({ vaultName, jobId, state: 'succeeded' }, { session: aws.session });
    expect(done.statusCode).toBe('Succeeded');
    expect(aws.requests).toHaveLength(2);
  });

  it("ends with AWS's reason if the job has failed, unless any end is the goal", async () => {
    await using aws = fakeAws({ answers: { DescribeJob: job('Failed', { StatusMessage: 'Archive was deleted' }) } });
    const { session } = aws;
    const waiting = waitForVaultJob({ vaultName, jobId, state: 'succeeded' }, { session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow('Archive was deleted');
    expect((await waitForVaultJob({ vaultName, jobId, state: 'ended' }, { session })).statusCode).toBe('Failed');
  });
});

describe('the output of a job', () => {
  const content = Buffer.from('a small archive');

  it('is read, also a range of it, and verified', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    aws.once('GetJobOutput', { body: content, checksum: treeHashOf(content) });
    expect(Buffer.from(await getVaultJobOutput({ vaultName, jobId }, { session }))).toEqual(content);
    aws.once('GetJobOutput', { body: content.subarray(2, 7) });
    const part = await getVaultJobOutput({ vaultName, jobId, range: { start: 2, end: 6 } }, { session });
    expect(Buffer.from(part).toString()).toBe('small');
    expect(aws.requests[1]?.headers['range']).toBe('bytes=2-6');
  });

  it.each([
    [{ body: content, checksum: treeHashOf(Buffer.from('other')) }, 'its SHA-256 tree hash is'],
    [{ body: content.subarray(1) }, 'its length is 14, but the length of the range is 15'],
  ])('is an error if it is damaged (%#)', async (answer, message) => {
    await using aws = fakeAws({ answers: { GetJobOutput: answer } });
    const range = { start: 0, end: content.length - 1 };
    const reading = getVaultJobOutput({ vaultName, jobId, range }, { session: aws.session });
    await expect(reading).rejects.toThrow(UnexpectedResponseError);
    await expect(reading).rejects.toThrow(message);
  });

  it('is an error while the job is in progress', async () => {
    await using aws = fakeAws();
    const words = `The job is not currently available for download: ${jobId}`;
    aws.on('GetJobOutput', awsError('InvalidParameterValueException', words));
    const reading = getVaultJobOutput({ vaultName, jobId }, { session: aws.session });
    await expect(reading).rejects.toThrow(ConflictError);
    await expect(reading).rejects.toThrow('Wait for it with waitForVaultJob first.');
  });

  it('has no range that ends before its start', async () => {
    await using aws = fakeAws();
    const reading = getVaultJobOutput({ vaultName, jobId, range: { start: 5, end: 4 } }, { session: aws.session });
    await expect(reading).rejects.toThrow(InvalidInputError);
    await expect(reading).rejects.toThrow('range: provide a range whose end is not before its start');
  });
});
