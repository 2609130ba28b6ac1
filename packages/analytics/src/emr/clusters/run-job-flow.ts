import { iamPropagation, operation, type WaitableOperation } from '@arch/core/builder';
import { emr, emrRolePermissions } from '@arch/services/emr';
import { RunJobFlowCommand } from '@aws-sdk/client-emr';

import type { EmrCluster } from './emr-cluster.js';
import { startedEmrCluster, type StartedEmrCluster } from './emr-cluster-reference.js';
import { jobFlowInput, type RunJobFlowInput, toJobFlow } from './run-job-flow-input.js';
import { waitForEmrCluster } from './wait-for-emr-cluster.js';

/**
 * Starts an EMR cluster with Spark, Hadoop and other applications of the release. The cluster terminates automatically when its steps have
 * ended, unless `keepAlive` is `true`. AWS bills its instances until it is terminated. With `wait: true` the call resolves when a cluster
 * with `keepAlive` is running; for other clusters it resolves when all steps have completed, and a failed step ends the wait with AWS's
 * reason. Root volumes are encrypted only if EBS encryption by default is enabled for the account, or by a `securityConfiguration`. Not
 * idempotent: a call whose response is lost is not retried.
 *
 * @example
 * const instances = { instanceType: 'm5.xlarge', instanceCount: 3 };
 * const steps = [{ name: 'sales', sparkSubmit: { entryPoint: 's3://jobs/sales.py' } }];
 * const logUri = 's3://jobs/logs/';
 * const cluster = { name: 'nightly', releaseLabel: 'emr-7.9.0', applications: ['Spark'], instances, steps, logUri };
 * const { state } = await runJobFlow(cluster, { wait: { timeoutMs: 2 * 3_600_000 } });
 * @throws {InvalidRequestError} the release, an application or a role does not exist, or AWS rejected another member; with AWS's message.
 * @throws {WaitError} with `wait`: the cluster could not start, or a step failed; the error contains AWS's reason. The cluster terminates.
 * @throws {DeadlineError} with `wait`: the cluster did not reach the goal within an hour, or `timeoutMs`. It runs on and is billed.
 * @see https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html
 */
export const runJobFlow: WaitableOperation<
  RunJobFlowInput,
  StartedEmrCluster,
  EmrCluster,
  { on: 'clusterId' | 'roleArn'; with: 'idleTimeoutSeconds' | 'serviceLinkedRole' | 'tags' }
> = operation(() => ({
  name: 'runJobFlow',
  service: emr,
  command: RunJobFlowCommand,
  permissions: [
    'elasticmapreduce:RunJobFlow',
    ...emrRolePermissions,
    { action: 'elasticmapreduce:AddTags', resources: ['cluster'], with: 'tags' },
    {
      action: 'elasticmapreduce:PutAutoTerminationPolicy',
      resources: ['cluster'],
      with: 'idleTimeoutSeconds',
    },
  ],
  input: jobFlowInput(),
  output: startedEmrCluster(),
  request: toJobFlow,
  select: ({ JobFlowId, ClusterArn }, { keepAlive = false }) => ({
    Id: JobFlowId,
    ClusterArn,
    AutoTerminate: !keepAlive,
  }),
  propagates: iamPropagation,
  repeatable: false,
  creates: ({ clusterId }) => [clusterId],
  uses: [waitForEmrCluster],
  wait: ({ clusterId, autoTerminate }, options) =>
    waitForEmrCluster({ clusterId, state: autoTerminate ? 'completed' : 'running' }, options),
}));
