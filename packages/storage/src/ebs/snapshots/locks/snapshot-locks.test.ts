import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  describeLockedSnapshot,
  listLockedSnapshots,
  lockSnapshot,
  type LockSnapshotInput,
  unlockSnapshot,
} from './index.js';

const snapshotId = 'snap-0123456789abcdef0';
const lock = (LockState: string): object => ({
  SnapshotId: snapshotId,
  LockState,
  LockDuration: 365,
  LockCreatedOn: '2026-11-01T10:00:00Z',
  LockExpiresOn: '2027-11-01T10:00:00Z',
});

it('locks a snapshot in compliance mode with a cooling-off period, for days or until a time', async () => {
  const answer = { ...lock('compliance-cooloff'), CoolOffPeriod: 24, CoolOffPeriodExpiresOn: '2026-11-02T10:00:00Z' };
  await using aws = fakeAws({ answers: { LockSnapshot: answer } });
  const { session } = aws;
  const compliance = { snapshotId, lockMode: 'compliance' } as const;
  const coolOffPeriod = { hours: 24 };
  expect(await lockSnapshot({ ...compliance, lockDuration: { days: 365 }, coolOffPeriod }, { session })).toMatchObject({
    lockState: 'compliance-cooloff',
    lockDurationDays: 365,
    coolOffPeriodHours: 24,
    lockExpiresOn: new Date('2027-11-01T10:00:00Z'),
  });
  const until = new Date('2030-01-01T00:00:00Z');
  await lockSnapshot({ ...compliance, lockDuration: { until }, coolOffPeriod: 'none' }, { session });
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { SnapshotId: snapshotId, LockMode: 'compliance', LockDuration: 365, CoolOffPeriod: 24 },
    { SnapshotId: snapshotId, LockMode: 'compliance', ExpirationDate: until },
  ]);
});

it.each<[Partial<LockSnapshotInput>, string]>([
  [
    { lockMode: 'compliance', lockDuration: { days: 365 } },
    'lockSnapshot: lockMode: "compliance" requires coolOffPeriod, e.g. { hours: 24 }, or \'none\' for a lock that nobody can ever remove.',
  ],
  [
    { lockMode: 'governance', lockDuration: { days: 365 }, coolOffPeriod: 'none' },
    'lockSnapshot: provide coolOffPeriod only with lockMode compliance.',
  ],
  [{ lockMode: 'governance', lockDuration: { days: 0 } }, 'lockDuration.days must be at least 1 (got 0)'],
  [{ lockMode: 'governance', lockDuration: { days: 36_501 } }, 'lockDuration.days must be at most 36500 (got 36501)'],
  [
    { lockMode: 'compliance', lockDuration: { days: 1 }, coolOffPeriod: { hours: 73 } },
    'coolOffPeriod.hours must be at most 72 (got 73)',
  ],
  [{ lockMode: 'governance' }, 'lockDuration is required'],
])('rejects %o before sending', async (part, message) => {
  await using aws = fakeAws();
  const call = lockSnapshot({ snapshotId, ...part } as LockSnapshotInput, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it('unlocks a snapshot, and says where nobody can', async () => {
  await using aws = fakeAws();
  aws.once('UnlockSnapshot', { SnapshotId: snapshotId });
  aws.on('UnlockSnapshot', awsError('OperationNotPermitted', 'locked in compliance mode'));
  await unlockSnapshot(snapshotId, { session: aws.session });
  const call = unlockSnapshot(snapshotId, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow('only within its cooling-off period');
});

it('describes and lists locks, and finds none of a snapshot that was never locked', async () => {
  await using aws = fakeAws();
  aws.once('DescribeLockedSnapshots', { Snapshots: [lock('governance')] });
  aws.once('DescribeLockedSnapshots', { Snapshots: [lock('expired')] });
  aws.once('DescribeLockedSnapshots', { Snapshots: [] });
  const { session } = aws;
  expect((await describeLockedSnapshot(snapshotId, { session })).lockState).toBe('governance');
  expect(await listLockedSnapshots({ lockState: 'expired' }, { session }).count()).toBe(1);
  await expect(describeLockedSnapshot(snapshotId, { session })).rejects.toThrow(NotFoundError);
  expect(aws.requests[1]?.input).toMatchObject({ Filters: [{ Name: 'lock-state', Values: ['expired'] }] });
});
