import { ConflictError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import {
  describeEmrCluster,
  listEmrClusters,
  runJobFlow,
  setEmrTerminationProtection,
  terminateEmrCluster,
} from './index.js';

// On the local AWS a cluster is WAITING at once, and states have no reason.
it('starts a protected cluster with Spark, disables the protection and terminates the cluster', async () => {
  const started = await runJobFlow(
    {
      name: 'local',
      releaseLabel: 'emr-7.9.0',
      applications: ['Spark', 'Hadoop'],
      instances: { instanceType: 'm5.xlarge', instanceCount: 3 },
      keepAlive: true,
      terminationProtected: true,
      tags: { team: 'data' },
    },
    { wait: true },
  );
  const { clusterId } = started;
  expect(started).toMatchObject({ state: 'WAITING', terminationProtected: true, tags: { team: 'data' } });
  expect(started.applications.map(({ name }) => name)).toEqual(['Spark', 'Hadoop']);
  expect(await listEmrClusters({ state: 'WAITING' }).first()).toMatchObject({ clusterId, name: 'local' });

  await expect(terminateEmrCluster(clusterId)).rejects.toThrow(ConflictError);
  await setEmrTerminationProtection({ clusterId, terminationProtected: false });
  expect(await terminateEmrCluster(started, { wait: { pollMs: 50 } })).toMatchObject({ state: 'TERMINATED' });
});

it('throws NotFoundError for an unknown cluster', async () => {
  await expect(describeEmrCluster('j-0000000000000')).rejects.toThrow(NotFoundError);
});
