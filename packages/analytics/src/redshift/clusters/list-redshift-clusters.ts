import { type AwsInput, input, listOperation, type ListOperation, text, z } from '@arch/core/builder';
import { redshift } from '@arch/services/redshift';
import { DescribeClustersCommand } from '@aws-sdk/client-redshift';

import { redshiftCluster, type RedshiftCluster } from './redshift-cluster.js';

export interface ListRedshiftClustersInput extends AwsInput {
  /** Lists only clusters with a tag that has one of these keys. */
  readonly tagKeys?: readonly string[] | undefined;
  /** Lists only clusters with a tag that has one of these values, with any key. */
  readonly tagValues?: readonly string[] | undefined;
}

/**
 * Lists Redshift clusters, including paused clusters, 100 per request, one page ahead of the consumer.
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
