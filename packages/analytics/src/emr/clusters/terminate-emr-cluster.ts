import { type AwsInput, input, operation, type WaitableOperation } from '@arch/core/builder';
import { clusterId, emr } from '@arch/services/emr';
import { TerminateJobFlowsCommand } from '@aws-sdk/client-emr';

import type { EmrCluster } from './emr-cluster.js';
import { emrClusterReference, type EmrClusterReference } from './emr-cluster-reference.js';
import { waitForEmrCluster } from './wait-for-emr-cluster.js';

export interface TerminateEmrClusterInput extends AwsInput {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
}

/**
 * Terminates a cluster: its steps are interrupted, and the data in its HDFS is lost. With `wait: true` the call resolves when the cluster
 * is terminated, which takes 1 to 20 minutes.
 *
 * @example
 * await terminateEmrCluster('j-3SD91U2E1L2QX', { wait: true });
 * @throws {NotFoundError} there is no such cluster in this region.
 * @throws {ConflictError} termination protection is enabled.
 * @see https://docs.aws.amazon.com/emr/latest/APIReference/API_TerminateJobFlows.html
 */
export const terminateEmrCluster: WaitableOperation<
  string | TerminateEmrClusterInput,
  EmrClusterReference,
  EmrCluster,
  { on: 'clusterId' }
> = operation(() => ({
  name: 'terminateEmrCluster',
  service: emr,
  command: TerminateJobFlowsCommand,
  permissions: [{ action: 'elasticmapreduce:TerminateJobFlows', resources: ['cluster'] }],
  key: 'clusterId',
  input: input<TerminateEmrClusterInput>({ clusterId: clusterId() }),
  output: emrClusterReference(),
  deletes: false,
  request: ({ clusterId }) => ({ JobFlowIds: [clusterId] }),
  // AWS's response is empty.
  select: (_response, { clusterId }) => ({ Id: clusterId }),
  uses: [waitForEmrCluster],
  wait: ({ clusterId }, options) => waitForEmrCluster({ clusterId, state: 'terminated' }, options),
}));
