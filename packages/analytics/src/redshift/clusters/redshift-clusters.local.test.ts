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

// moto creates, pauses and deletes at once, ignores ManageMasterPassword, and accepts every request for a paused cluster.
it('creates, pauses, resumes and deletes a cluster', async () => {
  const clusterIdentifier = 'local-reports';
  const input = { clusterIdentifier, nodeType: 'ra3.xlplus', numberOfNodes: 2, tags: { test: 'local-clusters' } };
  const created = await createRedshiftCluster(input, { wait });
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
  await expect(createRedshiftCluster(input)).rejects.toThrow(AlreadyExistsError);
  expect((await pauseRedshiftCluster(created, { wait })).clusterStatus).toBe('paused');
  expect((await resumeRedshiftCluster(clusterIdentifier, { wait })).clusterStatus).toBe('available');
  const names = await Array.fromAsync(listRedshiftClusters(), (each) => each.clusterIdentifier);
  expect(names).toContain(clusterIdentifier);
  await deleteRedshiftCluster({ clusterIdentifier, skipFinalClusterSnapshot: true }, { wait });
  await expect(describeRedshiftCluster(clusterIdentifier)).rejects.toThrow(NotFoundError);
});
