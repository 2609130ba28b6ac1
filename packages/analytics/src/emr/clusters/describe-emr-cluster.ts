import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { clusterId, emr } from '@arch/services/emr';
import { DescribeClusterCommand } from '@aws-sdk/client-emr';

import { emrCluster, type EmrCluster } from './emr-cluster.js';

export interface DescribeEmrClusterInput extends AwsInput {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
}

/**
 * Describes an EMR cluster, including AWS's reason for its state. AWS describes a terminated cluster for two months.
 *
 * @example
 * const { state, stateChangeReason } = await describeEmrCluster('j-3SD91U2E1L2QX');
 * @throws {NotFoundError} there is no such cluster in this region.
 * @see https://docs.aws.amazon.com/emr/latest/APIReference/API_DescribeCluster.html
 */
export const describeEmrCluster: Operation<string | DescribeEmrClusterInput, EmrCluster, { on: 'clusterId' }> =
  operation(() => ({
    name: 'describeEmrCluster',
    service: emr,
    command: DescribeClusterCommand,
    permissions: [{ action: 'elasticmapreduce:DescribeCluster', resources: ['cluster'] }],
    key: 'clusterId',
    input: input<DescribeEmrClusterInput>({ clusterId: clusterId() }),
    output: emrCluster(),
    absent: 'not-found',
    select: ({ Cluster }) => Cluster,
  }));
