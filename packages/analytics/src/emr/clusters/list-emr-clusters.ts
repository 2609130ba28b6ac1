import { type AwsInput, input, listOperation, type ListOperation, oneOrMore, z } from '@arch/core/builder';
import { emr } from '@arch/services/emr';
import { ListClustersCommand } from '@aws-sdk/client-emr';

import { type EmrClusterState, emrClusterStates, listedEmrCluster, type ListedEmrCluster } from './emr-cluster.js';

export interface ListEmrClustersInput extends AwsInput {
  /** One state, or several of which one must match. Default: all states. */
  readonly state?: EmrClusterState | readonly EmrClusterState[] | undefined;
  /** Lists only clusters that were created after this time. */
  readonly createdAfter?: Date | undefined;
  /** Lists only clusters that were created before this time. */
  readonly createdBefore?: Date | undefined;
}

/**
 * Lists EMR clusters: all active clusters, and those that were terminated in the last two months. The newest comes first. Lists 50 per
 * request, one page ahead of the consumer.
 *
 * @example
 * for await (const { clusterId, name } of listEmrClusters({ state: ['RUNNING', 'WAITING'] })) console.log(clusterId, name);
 * @see https://docs.aws.amazon.com/emr/latest/APIReference/API_ListClusters.html
 */
export const listEmrClusters: ListOperation<ListEmrClustersInput, ListedEmrCluster> = listOperation(() => ({
  name: 'listEmrClusters',
  service: emr,
  command: ListClustersCommand,
  permissions: ['elasticmapreduce:ListClusters'],
  input: input<ListEmrClustersInput>({
    state: z.optional(oneOrMore(z.enum(emrClusterStates))),
    createdAfter: z.optional(z.date()),
    createdBefore: z.optional(z.date()),
  }),
  item: listedEmrCluster(),
  request: ({ state }) => ({ ClusterStates: state === undefined ? undefined : ([state].flat() as never) }),
  items: ({ Clusters }) => Clusters,
  pages: { token: 'Marker' },
}));
