import { iamPropagation, operation, type WaitableOperation } from '@arch/core/builder';
import { emr, emrRolePermissions } from '@arch/services/emr';
import { RunJobFlowCommand } from '@aws-sdk/client-emr';

import type { EmrCluster } from './emr-cluster.js';
import { startedEmrCluster, type StartedEmrCluster } from './emr-cluster-reference.js';
import { jobFlowInput, type RunJobFlowInput, toJobFlow } from './run-job-flow-input.js';
import { waitForEmrCluster } from './wait-for-emr-cluster.js';

/**
 * Begins an EMR cluster with Spark, Hadoop and what else its release has. It ends by itself when its steps are over, unless `keepAlive` says
 * otherwise; AWS bills its instances until it ends. With `wait: true` it resolves when a cluster that stays runs, and when one that ends by
 * itself has completed all its steps; a step that fails ends the wait with AWS's reason. Root volumes are encrypted where the account's
 * setting for EBS says so, and with a `securityConfiguration`. AWS has no token for it: a call whose answer is lost is not repeated.
 *
 * @example
 * const instances = { instanceType: 'm5.xlarge', instanceCount: 3 };
 * const steps = [{ name: 'sales', sparkSubmit: { entryPoint: 's3://jobs/sales.py' } }];
 * const logUri = 's3://jobs/logs/';
 * const cluster = { name: 'nightly', releaseLabel: 'emr-7.9.0', applications: ['Spark'], instances, steps, logUri };
 * const { state } = await runJobFlow(cluster, { wait: { timeoutMs: 2 * 3_600_000 } });
 * @throws {InvalidRequestError} AWS refuses the request: a release, an application or a role that is not there; with AWS's words.
 * @throws {WaitError} with `wait`: the cluster could not start, or a step failed, with AWS's reason; the cluster has ended, or is ending, then.
 * @throws {DeadlineError} with `wait`: it was not there within an hour, or `timeoutMs`; the cluster goes on, and is billed.
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
