import { type AwsInput, input, listOperation, type ListOperation, text, z, type Open } from '@arch/core/builder';
import { clusterName, redshift } from '@arch/services/redshift';
import { DescribeClusterSnapshotsCommand } from '@aws-sdk/client-redshift';

import { redshiftClusterSnapshot, type RedshiftClusterSnapshot } from './redshift-cluster-snapshot.js';

export interface ListRedshiftClusterSnapshotsInput extends AwsInput {
  /** Only snapshots of this cluster, which need not be there any more. */
  readonly clusterIdentifier?: string | undefined;
  /** Default: both. */
  readonly snapshotType?: Open<'manual' | 'automated'> | undefined;
  /** Only snapshots that were begun then or later. */
  readonly startTime?: Date | undefined;
  /** Only snapshots that were begun then or before. */
  readonly endTime?: Date | undefined;
  /** `true`: only of clusters that are there, with a `clusterIdentifier`; `false`: only of clusters that are gone. */
  readonly clusterExists?: boolean | undefined;
  /** Only snapshots that have a tag of one of these keys. */
  readonly tagKeys?: readonly string[] | undefined;
  /** Only snapshots that have a tag of one of these values, whatever its key. */
  readonly tagValues?: readonly string[] | undefined;
}

/**
 * Lists snapshots of Redshift clusters, 100 in a request, one page ahead of the consumer.
 *
 * @example
 * const kept = await listRedshiftClusterSnapshots({ clusterIdentifier: 'reports', snapshotType: 'manual' }).toArray();
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeClusterSnapshots.html
 */
export const listRedshiftClusterSnapshots: ListOperation<
  ListRedshiftClusterSnapshotsInput,
  RedshiftClusterSnapshot,
  { on: 'clusterIdentifier' }
> = listOperation(() => ({
  name: 'listRedshiftClusterSnapshots',
  service: redshift,
  command: DescribeClusterSnapshotsCommand,
  permissions: [{ action: 'redshift:DescribeClusterSnapshots', resources: ['cluster'] }],
  input: input<ListRedshiftClusterSnapshotsInput>({
    clusterIdentifier: z.optional(clusterName()),
    snapshotType: z.optional(z.enum(['manual', 'automated'])),
    startTime: z.optional(z.date()),
    endTime: z.optional(z.date()),
    clusterExists: z.optional(z.boolean()),
    tagKeys: z.optional(z.array(text(1, 128))),
    tagValues: z.optional(z.array(text(0, 256))),
  }).check(
    z.refine(({ clusterExists, clusterIdentifier }) => clusterExists !== true || clusterIdentifier !== undefined, {
      error: 'a clusterIdentifier if clusterExists is true',
    }),
  ),
  item: redshiftClusterSnapshot(),
  items: ({ Snapshots }) => Snapshots,
  pages: { token: 'Marker', size: { member: 'MaxRecords', least: 20, most: 100 } },
}));
