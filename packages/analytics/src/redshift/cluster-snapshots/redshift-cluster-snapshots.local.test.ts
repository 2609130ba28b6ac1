import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { createRedshiftCluster, deleteRedshiftCluster, waitForRedshiftCluster } from '../clusters/index.js';
import {
  createRedshiftClusterSnapshot,
  deleteRedshiftClusterSnapshot,
  describeRedshiftClusterSnapshot,
  listRedshiftClusterSnapshots,
  restoreRedshiftCluster,
} from './index.js';

const wait = { pollMs: 50 };

// moto creates and restores snapshots at once, and does not support their sizes and retention periods.
it('creates a snapshot of a cluster, restores it, and deletes the cluster with a final snapshot', async () => {
  const clusterIdentifier = 'local-kept';
  const snapshotIdentifier = 'local-before-upgrade';
  await createRedshiftCluster({ clusterIdentifier, nodeType: 'ra3.large' }, { wait });
  const input = { snapshotIdentifier, clusterIdentifier, tags: { test: 'local' } };
  const taken = await createRedshiftClusterSnapshot(input, { wait });
  expect(taken).toMatchObject({
    snapshotType: 'manual',
    encrypted: true,
    nodeType: 'ra3.large',
    tags: { test: 'local' },
  });
  await expect(createRedshiftClusterSnapshot(input)).rejects.toThrow(AlreadyExistsError);
  const names = await Array.fromAsync(
    listRedshiftClusterSnapshots({ clusterIdentifier, snapshotType: 'manual' }),
    (each) => each.snapshotIdentifier,
  );
  expect(names).toContain(snapshotIdentifier);
  const copy = await restoreRedshiftCluster({ clusterIdentifier: 'local-copy', snapshotIdentifier }, { wait });
  expect(copy).toMatchObject({ clusterStatus: 'available', nodeType: 'ra3.large', publiclyAccessible: false });
  await waitForRedshiftCluster({ clusterIdentifier: 'local-copy', state: 'restored' });
  const { finalClusterSnapshotIdentifier = '' } = await deleteRedshiftCluster(copy);
  expect((await describeRedshiftClusterSnapshot(finalClusterSnapshotIdentifier)).clusterIdentifier).toBe('local-copy');
  await deleteRedshiftCluster({ clusterIdentifier, skipFinalClusterSnapshot: true }, { wait });
  await deleteRedshiftClusterSnapshot(finalClusterSnapshotIdentifier);
  await deleteRedshiftClusterSnapshot(taken);
  await expect(describeRedshiftClusterSnapshot(snapshotIdentifier)).rejects.toThrow(NotFoundError);
});
