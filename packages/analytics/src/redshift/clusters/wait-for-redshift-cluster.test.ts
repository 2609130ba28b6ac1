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
    ['incompatible-parameters', {}, 'A value in the parameter group is not valid'],
    ['incompatible-restore', {}, 'could not be restored'],
    ['incompatible-tomorrow', {}, 'cannot use a resource that the cluster requires'],
    ['storage-full', {}, 'The storage is full; resize the cluster'],
    ['modifying', { RestoreStatus: { Status: 'failed' } }, 'could not be restored'],
    ['creating', { ClusterAvailabilityStatus: 'Failed' }, 'cannot run queries'],
  ])('ends at once with the reason if the cluster is %s %o', async (status, more, reason) => {
    await using aws = fakeAws({ answers: { DescribeClusters: described(status, more) } });
    for (const state of ['available', 'restored', 'paused'] as const) {
      const waiting = waitForRedshiftCluster({ clusterIdentifier, state }, { session: aws.session });
      await expect(waiting).rejects.toThrow(WaitError);
      await expect(waiting).rejects.toThrow(reason);
    }
    expect(aws.requests).toHaveLength(3);
  });

  it.each([
    ['available', 'paused', 'must be resumed with resumeRedshiftCluster'],
    ['available', 'pausing', 'being paused'],
    ['restored', 'deleting', 'being deleted'],
    ['paused', 'final-snapshot', 'AWS is creating the final snapshot'],
    ['deleted', 'creating', 'The cluster is not being deleted'],
  ] as const)('for %s ends at once if the cluster is %s', async (state, status, reason) => {
    await using aws = fakeAws({ answers: { DescribeClusters: described(status) } });
    const waiting = waitForRedshiftCluster({ clusterIdentifier, state }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow(reason);
    expect(aws.requests).toHaveLength(1);
  });

  it.each(['available', 'available, prep-for-resize', 'available, resize-cleanup'])('accepts %s', async (status) => {
    await using aws = fakeAws({ answers: { DescribeClusters: described(status) } });
    const found = await waitForRedshiftCluster({ clusterIdentifier, state: 'available' }, { session: aws.session });
    expect(found?.clusterStatus).toBe(status);
  });

  it('continues while AWS interrupts queries of an available cluster', async () => {
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

  it('for restored continues until all data is loaded, and reports the percentage', async () => {
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

  it('ends after an hour with DeadlineError', async () => {
    await using aws = fakeAws({ answers: { DescribeClusters: described('creating') } });
    const waiting = waitForRedshiftCluster({ clusterIdentifier, state: 'available' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(DeadlineError);
    expect(aws.clock.elapsedMs).toBe(3_600_000);
  });

  it('for an unknown cluster reaches only the goal deleted', async () => {
    await using aws = fakeAws();
    aws.on('DescribeClusters', awsError('ClusterNotFound', 'Cluster reports not found.', { status: 404 }));
    const { session } = aws;
    expect(await waitForRedshiftCluster({ clusterIdentifier, state: 'deleted' }, { session })).toBeUndefined();
    const waiting = waitForRedshiftCluster({ clusterIdentifier, state: 'paused' }, { session });
    await expect(waiting).rejects.toThrow(NotFoundError);
  });
});
