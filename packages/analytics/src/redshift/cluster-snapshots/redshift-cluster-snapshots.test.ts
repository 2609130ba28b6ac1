import {
  AlreadyExistsError,
  ConflictError,
  DeadlineError,
  InvalidInputError,
  NotFoundError,
  WaitError,
} from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { clusterIdentifier } from '../../__fixtures__/cluster-answers.js';
import {
  createRedshiftClusterSnapshot,
  deleteRedshiftClusterSnapshot,
  describeRedshiftClusterSnapshot,
  listRedshiftClusterSnapshots,
  waitForRedshiftClusterSnapshot,
} from './index.js';

const snapshotIdentifier = 'before-upgrade';
const snapshot = (Status: string, more: object = {}): object => ({
  SnapshotIdentifier: snapshotIdentifier,
  ClusterIdentifier: clusterIdentifier,
  Status,
  ...more,
});
const described = (status: string, more: object = {}): object => ({ Snapshots: [snapshot(status, more)] });

describe('a snapshot of a Redshift cluster', () => {
  it('is created; the wait reports the percentage and the remaining seconds', async () => {
    await using aws = fakeAws({ answers: { CreateClusterSnapshot: { Snapshot: snapshot('creating') } } });
    aws.once('DescribeClusterSnapshots', awsError('ClusterSnapshotNotFound', 'not found', { status: 404 }));
    const unknown = { ActualIncrementalBackupSizeInMegaBytes: -1, EstimatedSecondsToCompletion: -1 };
    aws.once('DescribeClusterSnapshots', described('creating', unknown));
    const half = {
      BackupProgressInMegaBytes: 30,
      ActualIncrementalBackupSizeInMegaBytes: 60,
      EstimatedSecondsToCompletion: 12,
    };
    aws.once('DescribeClusterSnapshots', described('final snapshot', half));
    aws.on('DescribeClusterSnapshots', described('available', { ManualSnapshotRetentionPeriod: 30 }));
    const states: string[] = [];
    const taken = await createRedshiftClusterSnapshot(
      { snapshotIdentifier, clusterIdentifier, manualSnapshotRetentionDays: 30, tags: { keep: 'yes' } },
      { session: aws.session, wait: { onProgress: ({ state }) => void states.push(state) } },
    );
    expect(taken).toMatchObject({ snapshotIdentifier, status: 'available', manualSnapshotRetentionDays: 30, tags: {} });
    expect(states).toEqual(['creating', 'final snapshot, 50%, 12 s left', 'available']);
    expect(aws.requests[0]?.input).toEqual({
      SnapshotIdentifier: 'before-upgrade',
      ClusterIdentifier: 'reports',
      ManualSnapshotRetentionPeriod: 30,
      Tags: [{ Key: 'keep', Value: 'yes' }],
    });
  });

  it.each(['failed', 'cancelled', 'deleted'])('that is %s ends the wait with WaitError', async (status) => {
    await using aws = fakeAws({ answers: { DescribeClusterSnapshots: described(status) } });
    const waiting = waitForRedshiftClusterSnapshot(
      { snapshotIdentifier, state: 'available' },
      { session: aws.session },
    );
    await expect(waiting).rejects.toThrow(WaitError);
    expect(aws.requests).toHaveLength(1);
  });

  it('that is not available after an hour ends the wait with DeadlineError', async () => {
    await using aws = fakeAws({ answers: { DescribeClusterSnapshots: described('creating') } });
    const waiting = waitForRedshiftClusterSnapshot(
      { snapshotIdentifier, state: 'available' },
      { session: aws.session },
    );
    await expect(waiting).rejects.toThrow(DeadlineError);
    expect(aws.clock.elapsedMs).toBe(3_600_000);
  });

  it('is described by its identifier, also an automated snapshot and its copy', async () => {
    await using aws = fakeAws({ answers: { DescribeClusterSnapshots: described('available') } });
    const { session } = aws;
    const names = [snapshotIdentifier, 'rs:reports-2026-11-01-03-12-44', 'copy:rs:reports-2026-11-01-03-12-44'];
    for (const name of names) await describeRedshiftClusterSnapshot(name, { session });
    expect(aws.requests.map(({ input }) => input)).toEqual(names.map((SnapshotIdentifier) => ({ SnapshotIdentifier })));
  });

  it('is listed by cluster, type, time and tags, over all pages', async () => {
    await using aws = fakeAws();
    aws.once('DescribeClusterSnapshots', { ...described('available'), Marker: 'next' });
    aws.once('DescribeClusterSnapshots', described('creating'));
    const startTime = new Date('2026-11-01T00:00:00Z');
    const listing = listRedshiftClusterSnapshots(
      { clusterIdentifier, snapshotType: 'manual', startTime, clusterExists: true, tagKeys: ['keep'] },
      { session: aws.session },
    );
    expect(await listing.count()).toBe(2);
    expect(aws.requests.map(({ input }) => input)).toMatchObject([
      { ClusterIdentifier: 'reports', SnapshotType: 'manual', ClusterExists: true, TagKeys: ['keep'], MaxRecords: 100 },
      { Marker: 'next' },
    ]);
    const [first] = aws.requests.map(({ body }) => new URLSearchParams(String(body)));
    expect(first?.get('StartTime')).toMatch(/^2026-11-01T00:00:00/);
  });

  it('of existing clusters is listed only with a clusterIdentifier', async () => {
    await using aws = fakeAws();
    const listing = listRedshiftClusterSnapshots({ clusterExists: true }, { session: aws.session });
    await expect(listing.toArray()).rejects.toThrow('provide a clusterIdentifier if clusterExists is true');
    expect(aws.requests).toEqual([]);
  });

  it('throws AlreadyExistsError, NotFoundError or ConflictError by situation', async () => {
    await using aws = fakeAws({
      answers: {
        CreateClusterSnapshot: awsError('ClusterSnapshotAlreadyExists', 'exists'),
        DescribeClusterSnapshots: awsError('ClusterSnapshotNotFound', 'not found', { status: 404 }),
        DeleteClusterSnapshot: awsError('InvalidClusterSnapshotState', 'in use'),
      },
    });
    const { session } = aws;
    const input = { snapshotIdentifier, clusterIdentifier };
    await expect(createRedshiftClusterSnapshot(input, { session })).rejects.toThrow(AlreadyExistsError);
    await expect(describeRedshiftClusterSnapshot(snapshotIdentifier, { session })).rejects.toThrow(NotFoundError);
    await expect(deleteRedshiftClusterSnapshot(snapshotIdentifier, { session })).rejects.toThrow(ConflictError);
  });

  it('is deleted by its identifier; the identifier of an automated snapshot is rejected', async () => {
    await using aws = fakeAws({ answers: { DeleteClusterSnapshot: { Snapshot: snapshot('deleted') } } });
    const { session } = aws;
    expect(await deleteRedshiftClusterSnapshot(snapshotIdentifier, { session })).toBeUndefined();
    await deleteRedshiftClusterSnapshot({ snapshotIdentifier, snapshotClusterIdentifier: 'reports' }, { session });
    expect(aws.requests.map(({ input }) => input)).toEqual([
      { SnapshotIdentifier: 'before-upgrade' },
      { SnapshotIdentifier: 'before-upgrade', SnapshotClusterIdentifier: 'reports' },
    ]);
    const deleting = deleteRedshiftClusterSnapshot('rs:reports-2026-11-01-03-12-44', { session });
    await expect(deleting).rejects.toThrow(InvalidInputError);
    expect(aws.requests).toHaveLength(2);
  });
});
