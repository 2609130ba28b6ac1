import { type AwsInput, input, listOperation, type ListOperation, oneOrMore, z } from '@arch/core/builder';
import { emr } from '@arch/services/emr';
import { ListClustersCommand } from '@aws-sdk/client-emr';

import { type EmrClusterState, emrClusterStates, listedEmrCluster, type ListedEmrCluster } from './emr-cluster.js';

export interface ListEmrClustersInput extends AwsInput {
  /** One state, or several of which one has to be the cluster's. */
  readonly state?: EmrClusterState | readonly EmrClusterState[] | undefined;
  readonly createdAfter?: Date | undefined;
  readonly createdBefore?: Date | undefined;
}

/**
 * Lists the EMR clusters of the last two months, and those that still run, the newest first, 50 in a request, one page ahead of the consumer.
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
