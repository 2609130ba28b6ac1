import { NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { listSnapshotsInRecycleBin, restoreSnapshotFromRecycleBin } from './index.js';

const snapshotId = 'snap-0123456789abcdef0';

it('lists what can be restored, over all pages', async () => {
  await using aws = fakeAws();
  const item = { SnapshotId: snapshotId, RecycleBinExitTime: '2026-11-08T10:00:00Z' };
  aws.once('ListSnapshotsInRecycleBin', { Snapshots: [item], NextToken: 'more' });
  aws.once('ListSnapshotsInRecycleBin', { Snapshots: [{ ...item, SnapshotId: 'snap-0fedcba9876543210' }] });
  const found = await listSnapshotsInRecycleBin({}, { session: aws.session }).toArray();
  expect(found.map((each) => each.snapshotId)).toEqual([snapshotId, 'snap-0fedcba9876543210']);
  expect(found[0]?.recycleBinExitTime).toEqual(new Date('2026-11-08T10:00:00Z'));
});

it('restores a snapshot and waits until it can be used', async () => {
  await using aws = fakeAws();
  aws.on('RestoreSnapshotFromRecycleBin', { SnapshotId: snapshotId, State: 'recovering', VolumeSize: 20 });
  const snapshot = { SnapshotId: snapshotId, StartTime: '2026-11-01T10:00:00Z', VolumeSize: 20 };
  aws.once('DescribeSnapshots', awsError('InvalidSnapshot.NotFound', 'does not exist'));
  aws.once('DescribeSnapshots', { Snapshots: [{ ...snapshot, State: 'recovering' }] });
  aws.on('DescribeSnapshots', { Snapshots: [{ ...snapshot, State: 'completed' }] });
  const done = await restoreSnapshotFromRecycleBin(snapshotId, { session: aws.session, wait: true });
  expect(done.state).toBe('completed');
});

it('throws NotFoundError if the snapshot is not in the recycle bin', async () => {
  await using aws = fakeAws();
  aws.on('RestoreSnapshotFromRecycleBin', awsError('InvalidSnapshot.NotFound', 'does not exist'));
  await expect(restoreSnapshotFromRecycleBin(snapshotId, { session: aws.session })).rejects.toThrow(NotFoundError);
});
