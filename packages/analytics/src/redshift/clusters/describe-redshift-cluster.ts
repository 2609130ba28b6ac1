import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { clusterName, redshift } from '@arch/services/redshift';
import { DescribeClustersCommand } from '@aws-sdk/client-redshift';

import { redshiftCluster, type RedshiftCluster } from './redshift-cluster.js';

export interface DescribeRedshiftClusterInput extends AwsInput {
  /** Identifier of the cluster, e.g. `reports`. */
  readonly clusterIdentifier: string;
}

/**
 * Describes a Redshift cluster.
 *
 * @example
 * const { clusterStatus, endpoint } = await describeRedshiftCluster('reports');
 * @throws {NotFoundError} there is no such cluster in this region.
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeClusters.html
 */
export const describeRedshiftCluster: Operation<
  string | DescribeRedshiftClusterInput,
  RedshiftCluster,
  { on: 'clusterIdentifier' }
> = operation(() => ({
  name: 'describeRedshiftCluster',
  service: redshift,
  command: DescribeClustersCommand,
  permissions: [{ action: 'redshift:DescribeClusters', resources: ['cluster'] }],
  key: 'clusterIdentifier',
  input: input<DescribeRedshiftClusterInput>({ clusterIdentifier: clusterName() }),
  output: redshiftCluster(),
  absent: 'not-found',
  select: ({ Clusters }) => Clusters?.[0],
}));
