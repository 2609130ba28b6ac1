import { InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  describeSnapshotTierStatus,
  listSnapshotTierStatuses,
  modifySnapshotTier,
  restoreSnapshotTier,
  waitForSnapshotTier,
} from './index.js';

const snapshotId = 'snap-0123456789abcdef0';
const started = '2026-11-01T10:00:00.500Z';
const tier = (LastTieringOperationStatus: string, more: object = {}): object => ({
  SnapshotTierStatuses: [
    {
      SnapshotId: snapshotId,
      StorageTier: 'standard',
      LastTieringOperationStatus,
      LastTieringStartTime: started,
      ...more,
    },
  ],
});

describe('a snapshot', () => {
  it('is archived; the wait reports the percentage, and passes an earlier archiving', async () => {
    await using aws = fakeAws();
    aws.on('ModifySnapshotTier', { SnapshotId: snapshotId, TieringStartTime: started });
    const earlier = { LastTieringStartTime: '2026-10-01T10:00:00Z' };
    aws.once('DescribeSnapshotTierStatus', tier('archival-completed', earlier));
    aws.once('DescribeSnapshotTierStatus', tier('archival-in-progress', { LastTieringProgress: 30 }));
    aws.on('DescribeSnapshotTierStatus', tier('archival-completed', { StorageTier: 'archive' }));
    const seen: string[] = [];
    const wait = { onProgress: ({ state }: { state: string }): void => void seen.push(state) };
    const done = await modifySnapshotTier(snapshotId, { session: aws.session, wait });
    expect(done).toMatchObject({ storageTier: 'archive' });
    expect(seen).toEqual(['not yet visible', 'archival-in-progress, 30%', 'archival-completed']);
    expect(aws.requests[0]?.input).toEqual({ SnapshotId: snapshotId, StorageTier: 'archive' });
    expect(aws.requests[1]?.input).toEqual({ Filters: [{ Name: 'snapshot-id', Values: [snapshotId] }] });
  });

  it.each([
    [{ temporaryRestoreDays: 5 }, { RestoreDuration: 5, IsPermanentRestore: false }, 'temporary-restore-completed'],
    [{ permanentRestore: true }, { IsPermanentRestore: true }, 'permanent-restore-completed'],
  ])('is restored with %o', async (how, answer, state) => {
    await using aws = fakeAws();
    aws.on('RestoreSnapshotTier', { SnapshotId: snapshotId, RestoreStartTime: started, ...answer });
    aws.once('DescribeSnapshotTierStatus', tier('archival-completed'));
    aws.on('DescribeSnapshotTierStatus', tier(state));
    const { session } = aws;
    const done = await restoreSnapshotTier({ snapshotId, ...how }, { session, wait: true });
    expect(done.lastTieringOperationStatus).toBe(state);
  });

  it.each([{}, { temporaryRestoreDays: 5, permanentRestore: true }, { permanentRestore: false }])(
    'is not restored with %o',
    async (how) => {
      await using aws = fakeAws();
      const call = restoreSnapshotTier({ snapshotId, ...how }, { session: aws.session });
      await expect(call).rejects.toThrow(InvalidInputError);
      await expect(call).rejects.toThrow('provide either temporaryRestoreDays or permanentRestore: true.');
      expect(aws.requests).toEqual([]);
    },
  );

  it("ends the wait with AWS's reason if the archiving fails", async () => {
    await using aws = fakeAws();
    const why = { LastTieringOperationStatusDetail: 'the key is disabled' };
    aws.on('DescribeSnapshotTierStatus', tier('archival-failed', why));
    const waiting = waitForSnapshotTier({ snapshotId, state: 'archival-completed' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow('the key is disabled');
  });

  it('is not found if AWS reports no tier, and is listed by its last archiving', async () => {
    await using aws = fakeAws();
    aws.once('DescribeSnapshotTierStatus', { SnapshotTierStatuses: [] });
    aws.once('DescribeSnapshotTierStatus', tier('archival-failed'));
    const { session } = aws;
    await expect(describeSnapshotTierStatus(snapshotId, { session })).rejects.toThrow(NotFoundError);
    const filter = { lastTieringOperationStatus: 'archival-failed' };
    expect(await listSnapshotTierStatuses(filter, { session }).count()).toBe(1);
    expect(aws.requests[1]?.input).toEqual({
      Filters: [{ Name: 'last-tiering-operation', Values: ['archival-failed'] }],
    });
  });
});
