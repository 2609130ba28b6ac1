import { DeadlineError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { clusterIdentifier, described } from '../../__fixtures__/cluster-answers.js';
import { waitForRedshiftCluster } from './index.js';

describe('a wait for a Redshift cluster', () => {
  it.each([
    ['hardware-failure', {}, 'restore a snapshot'],
    ['incompatible-hsm', {}, 'hardware security module'],
    ['incompatible-network', {}, 'cannot use the network'],
    ['incompatible-parameters', {}, 'A value of its parameter group'],
    ['incompatible-restore', {}, 'could not be restored'],
    ['incompatible-tomorrow', {}, 'cannot use something that it needs'],
    ['storage-full', {}, 'used up its storage'],
    ['modifying', { RestoreStatus: { Status: 'failed' } }, 'could not be restored'],
    ['creating', { ClusterAvailabilityStatus: 'Failed' }, 'runs no queries'],
  ])('ends at once with the reason when it is %s %o', async (status, more, reason) => {
    await using aws = fakeAws({ answers: { DescribeClusters: described(status, more) } });
    for (const state of ['available', 'restored', 'paused'] as const) {
      const waiting = waitForRedshiftCluster({ clusterIdentifier, state }, { session: aws.session });
      await expect(waiting).rejects.toThrow(WaitError);
      await expect(waiting).rejects.toThrow(reason);
    }
    expect(aws.requests).toHaveLength(3);
  });

  it.each([
    ['available', 'paused', 'resumeRedshiftCluster resumes it'],
    ['available', 'pausing', 'being paused'],
    ['restored', 'deleting', 'being deleted'],
    ['paused', 'final-snapshot', 'last snapshot is being taken'],
    ['deleted', 'creating', 'Nobody deletes it'],
  ] as const)('for %s ends at once when it is %s', async (state, status, reason) => {
    await using aws = fakeAws({ answers: { DescribeClusters: described(status) } });
    const waiting = waitForRedshiftCluster({ clusterIdentifier, state }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow(reason);
    expect(aws.requests).toHaveLength(1);
  });

  it.each(['available', 'available, prep-for-resize', 'available, resize-cleanup'])('takes %s', async (status) => {
    await using aws = fakeAws({ answers: { DescribeClusters: described(status) } });
    const found = await waitForRedshiftCluster({ clusterIdentifier, state: 'available' }, { session: aws.session });
    expect(found?.clusterStatus).toBe(status);
  });

  it('goes on while queries of an available cluster are interrupted', async () => {
    await using aws = fakeAws();
    const statuses = ['Unavailable', 'Maintenance', 'Modifying', 'Available'];
    for (const status of statuses)
      aws.once('DescribeClusters', described('available', { ClusterAvailabilityStatus: status }));
    const reasons: (string | undefined)[] = [];
    await waitForRedshiftCluster(
      { clusterIdentifier, state: 'available' },
      { session: aws.session, onProgress: ({ reason }) => void reasons.push(reason) },
    );
    const interrupted = (status: string): string => `Queries are interrupted: ${status}.`;
    expect(reasons).toEqual([...statuses.slice(0, 3).map(interrupted), undefined]);
  });

  it('for its data goes on while they come, and tells how far they are', async () => {
    await using aws = fakeAws();
    const restoring = (Status: string, done?: number): object =>
      described('available', {
        RestoreStatus: {
          Status,
          ...(done !== undefined && { ProgressInMegaBytes: done, SnapshotSizeInMegaBytes: 80 }),
        },
      });
    aws.once('DescribeClusters', restoring('starting'));
    aws.once('DescribeClusters', restoring('restoring', 20));
    aws.once('DescribeClusters', restoring('completed', 80));
    const states: string[] = [];
    await waitForRedshiftCluster(
      { clusterIdentifier, state: 'restored' },
      { session: aws.session, onProgress: ({ state }) => void states.push(state) },
    );
    expect(states).toEqual(['available, starting', 'available, restoring, 25%', 'available, completed, 100%']);
    aws.on('DescribeClusters', described('available'));
    await waitForRedshiftCluster({ clusterIdentifier, state: 'restored' }, { session: aws.session });
  });

  it('ends after an hour', async () => {
    await using aws = fakeAws({ answers: { DescribeClusters: described('creating') } });
    const waiting = waitForRedshiftCluster({ clusterIdentifier, state: 'available' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(DeadlineError);
    expect(aws.clock.elapsedMs).toBe(3_600_000);
  });

  it('for one that Redshift does not know is reached for a deletion only', async () => {
    await using aws = fakeAws();
    aws.on('DescribeClusters', awsError('ClusterNotFound', 'Cluster reports not found.', { status: 404 }));
    const { session } = aws;
    expect(await waitForRedshiftCluster({ clusterIdentifier, state: 'deleted' }, { session })).toBeUndefined();
    const waiting = waitForRedshiftCluster({ clusterIdentifier, state: 'paused' }, { session });
    await expect(waiting).rejects.toThrow(NotFoundError);
  });
});
