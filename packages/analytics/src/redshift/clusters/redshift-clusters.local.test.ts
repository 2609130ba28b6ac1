import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import {
  createRedshiftCluster,
  deleteRedshiftCluster,
  describeRedshiftCluster,
  listRedshiftClusters,
  pauseRedshiftCluster,
  resumeRedshiftCluster,
} from './index.js';

const wait = { pollMs: 50 };

// moto makes, pauses and deletes at once, ignores ManageMasterPassword, and does not mind what a paused cluster is told.
it('a Redshift cluster is made, paused, resumed and deleted', async () => {
  const clusterIdentifier = 'local-reports';
  const made = { clusterIdentifier, nodeType: 'ra3.xlplus', numberOfNodes: 2, tags: { test: 'local-clusters' } };
  const created = await createRedshiftCluster(made, { wait });
  expect(created).toMatchObject({
    clusterStatus: 'available',
    numberOfNodes: 2,
    dbName: 'dev',
    masterUsername: 'awsuser',
    encrypted: true,
    publiclyAccessible: false,
    automatedSnapshotRetentionDays: 7,
    endpoint: { port: 5439 },
    tags: { test: 'local-clusters' },
  });
  await expect(createRedshiftCluster(made)).rejects.toThrow(AlreadyExistsError);
  expect((await pauseRedshiftCluster(created, { wait })).clusterStatus).toBe('paused');
  expect((await resumeRedshiftCluster(clusterIdentifier, { wait })).clusterStatus).toBe('available');
  const names = await Array.fromAsync(listRedshiftClusters(), (each) => each.clusterIdentifier);
  expect(names).toContain(clusterIdentifier);
  await deleteRedshiftCluster({ clusterIdentifier, skipFinalClusterSnapshot: true }, { wait });
  await expect(describeRedshiftCluster(clusterIdentifier)).rejects.toThrow(NotFoundError);
});
