import { expect, it } from 'vitest';

import { runJobFlow, terminateEmrCluster } from '../clusters/index.js';
import { addStep, describeStep, listSteps, waitForStep } from './index.js';

// On the local AWS a step never ends, and cannot be cancelled.
it('adds a Spark program as a step, describes it, lists it and waits for it', async () => {
  const { clusterId } = await runJobFlow({
    name: 'local-steps',
    releaseLabel: 'emr-7.9.0',
    applications: ['Spark'],
    instances: { instanceType: 'm5.xlarge', instanceCount: 3 },
    keepAlive: true,
  });
  const sparkSubmit = { entryPoint: 's3://jobs/sales.py', arguments: ['2026-11'] };
  const added = await addStep({ clusterId, name: 'sales', sparkSubmit });
  expect(await describeStep(added)).toMatchObject({
    name: 'sales',
    jar: 'command-runner.jar',
    args: ['spark-submit', '--deploy-mode', 'cluster', 's3://jobs/sales.py', '2026-11'],
  });
  expect(await listSteps({ clusterId }).count()).toBe(1);
  const waiting = waitForStep({ ...added, state: 'completed' }, { timeoutMs: 300, pollMs: 100 });
  await expect(waiting).rejects.toThrow(/waiting for s-\w+, which is (PENDING|RUNNING)/);

  await terminateEmrCluster(clusterId, { wait: { pollMs: 50 } });
});
