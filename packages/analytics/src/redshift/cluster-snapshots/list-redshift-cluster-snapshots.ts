import { type AwsInput, input, listOperation, type ListOperation, text, z, type Open } from '@arch/core/builder';
import { clusterName, redshift } from '@arch/services/redshift';
import { DescribeClusterSnapshotsCommand } from '@aws-sdk/client-redshift';

import { redshiftClusterSnapshot, type RedshiftClusterSnapshot } from './redshift-cluster-snapshot.js';

export interface ListRedshiftClusterSnapshotsInput extends AwsInput {
  /** Identifier of a cluster, which may be deleted. Default: all clusters. */
  readonly clusterIdentifier?: string | undefined;
  /** Type of the snapshots. Default: both types. */
  readonly snapshotType?: Open<'manual' | 'automated'> | undefined;
  /** Lists only snapshots that were created at or after this time. */
  readonly startTime?: Date | undefined;
  /** Lists only snapshots that were created at or before this time. */
  readonly endTime?: Date | undefined;
  /**
   * `true` lists only snapshots of existing clusters and requires `clusterIdentifier`; `false` lists only snapshots of deleted clusters.
   * Default: both.
   */
  readonly clusterExists?: boolean | undefined;
  /** Lists only snapshots with a tag that has one of these keys. */
  readonly tagKeys?: readonly string[] | undefined;
  /** Lists only snapshots with a tag that has one of these values, with any key. */
  readonly tagValues?: readonly string[] | undefined;
}

/**
 * Lists snapshots of Redshift clusters, 100 per request, one page ahead of the consumer.
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
