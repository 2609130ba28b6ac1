import { type AwsInput, input, listOperation, type ListOperation, text, z } from '@arch/core/builder';
import { redshift } from '@arch/services/redshift';
import { DescribeClustersCommand } from '@aws-sdk/client-redshift';

import { redshiftCluster, type RedshiftCluster } from './redshift-cluster.js';

export interface ListRedshiftClustersInput extends AwsInput {
  /** Only clusters that have a tag of one of these keys. */
  readonly tagKeys?: readonly string[] | undefined;
  /** Only clusters that have a tag of one of these values, whatever its key. */
  readonly tagValues?: readonly string[] | undefined;
}

/**
 * Lists Redshift clusters, paused ones too, 100 in a request, one page ahead of the consumer.
 *
 * @example
 * for await (const { clusterIdentifier, clusterStatus } of listRedshiftClusters({ tagKeys: ['team'] })) console.log(clusterIdentifier, clusterStatus);
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeClusters.html
 */
export const listRedshiftClusters: ListOperation<
  ListRedshiftClustersInput,
  RedshiftCluster,
  { on: 'clusterIdentifier' }
> = listOperation(() => ({
  name: 'listRedshiftClusters',
  service: redshift,
  command: DescribeClustersCommand,
  permissions: [{ action: 'redshift:DescribeClusters', resources: ['cluster'] }],
  input: input<ListRedshiftClustersInput>({
    tagKeys: z.optional(z.array(text(1, 128))),
    tagValues: z.optional(z.array(text(0, 256))),
  }),
  item: redshiftCluster(),
  items: ({ Clusters }) => Clusters,
  pages: { token: 'Marker', size: { member: 'MaxRecords', least: 20, most: 100 } },
}));
