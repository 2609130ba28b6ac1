// Runs a Spark program as a step of a cluster, with a deadline. Creates: an EMR cluster, terminated at the end.
import { addStep, runJobFlow, terminateEmrCluster } from '@arch/analytics';
import { DeadlineError } from '@arch/core';

const { clusterId } = await runJobFlow({
  name: 'sales',
  releaseLabel: 'emr-7.9.0',
  applications: ['Spark'],
  instances: { instanceType: 'm5.xlarge', instanceCount: 3 },
  keepAlive: true,
});
try {
  const sparkSubmit = { entryPoint: 's3://jobs/sales.py', arguments: ['2026-11'] };
  // On the local AWS, a step never ends. If a step fails, the wait throws an error with AWS's reason.
  await addStep(
    { clusterId, name: 'sales', sparkSubmit },
    { wait: { timeoutMs: 3_000, onProgress: ({ state }) => console.log(state) } },
  );
} catch (error) {
  if (!(error instanceof DeadlineError)) throw error;
  console.log(error.message);
} finally {
  const { state } = await terminateEmrCluster(clusterId, { wait: true });
  console.log(state);
}
