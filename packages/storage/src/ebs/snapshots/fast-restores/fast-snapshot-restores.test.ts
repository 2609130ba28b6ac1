import { NotFoundError, QuotaExceededError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  describeFastSnapshotRestore,
  disableFastSnapshotRestore,
  enableFastSnapshotRestore,
  listFastSnapshotRestores,
  waitForFastSnapshotRestore,
} from './index.js';

const snapshotId = 'snap-0123456789abcdef0';
const zone = { snapshotId, availabilityZone: 'eu-west-1a' };
const item = (State: string): object => ({ SnapshotId: snapshotId, AvailabilityZone: 'eu-west-1a', State });

it('enables fast snapshot restore in one Availability Zone, and waits until it is enabled', async () => {
  await using aws = fakeAws();
  aws.on('EnableFastSnapshotRestores', { Successful: [item('enabling')], Unsuccessful: [] });
  aws.once('DescribeFastSnapshotRestores', { FastSnapshotRestores: [] });
  for (const state of ['disabled', 'enabling', 'optimizing', 'enabled'])
    aws.once('DescribeFastSnapshotRestores', { FastSnapshotRestores: [item(state)] });
  const { session } = aws;
  expect((await enableFastSnapshotRestore(zone, { session, wait: true })).state).toBe('enabled');
  expect(aws.requests[0]?.input).toEqual({ SourceSnapshotIds: [snapshotId], AvailabilityZones: ['eu-west-1a'] });
});

it('disables it, and waits until it is disabled', async () => {
  await using aws = fakeAws();
  aws.on('DisableFastSnapshotRestores', { Successful: [item('disabling')], Unsuccessful: [] });
  aws.on('DescribeFastSnapshotRestores', { FastSnapshotRestores: [item('disabled')] });
  const { session } = aws;
  expect((await disableFastSnapshotRestore(zone, { session, wait: true })).state).toBe('disabled');
});

it("throws AWS's reason although the response has status 200", async () => {
  await using aws = fakeAws();
  const rejected = (Code: string): object => ({
    Unsuccessful: [
      {
        SnapshotId: snapshotId,
        FastSnapshotRestoreStateErrors: [{ AvailabilityZone: 'eu-west-1a', Error: { Code, Message: 'No' } }],
      },
    ],
  });
  aws.once('EnableFastSnapshotRestores', rejected('FastSnapshotRestoreLimitExceeded'));
  aws.once('EnableFastSnapshotRestores', rejected('InvalidSnapshot.NotFound'));
  const call = (): Promise<unknown> => enableFastSnapshotRestore(zone, { session: aws.session });
  const error: unknown = await call().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(QuotaExceededError);
  expect(String(error)).toContain(
    `AWS rejected snapshot ${snapshotId} (FastSnapshotRestoreLimitExceeded). AWS says: No.`,
  );
  await expect(call()).rejects.toThrow(NotFoundError);
});

it('ends the wait if it was never enabled', async () => {
  await using aws = fakeAws({ answers: { DescribeFastSnapshotRestores: { FastSnapshotRestores: [] } } });
  const waiting = waitForFastSnapshotRestore({ ...zone, state: 'enabled' }, { session: aws.session });
  await expect(waiting).rejects.toThrow(NotFoundError);
});

it('describes and lists it', async () => {
  await using aws = fakeAws();
  aws.once('DescribeFastSnapshotRestores', { FastSnapshotRestores: [item('enabled')] });
  aws.once('DescribeFastSnapshotRestores', { FastSnapshotRestores: [item('enabled')] });
  aws.once('DescribeFastSnapshotRestores', { FastSnapshotRestores: [] });
  const { session } = aws;
  expect((await describeFastSnapshotRestore(zone, { session })).state).toBe('enabled');
  expect(await listFastSnapshotRestores({ snapshotId, state: 'enabled' }, { session }).count()).toBe(1);
  await expect(describeFastSnapshotRestore(zone, { session })).rejects.toThrow(NotFoundError);
  expect(aws.requests[1]?.input).toEqual({
    Filters: [
      { Name: 'snapshot-id', Values: [snapshotId] },
      { Name: 'state', Values: ['enabled'] },
    ],
  });
});
