/** The name of all clusters. */
export const clusterIdentifier = 'reports';

/** A cluster as Redshift describes it. */
export const cluster = (ClusterStatus: string, more: object = {}): object => ({
  ClusterIdentifier: clusterIdentifier,
  ClusterStatus,
  NodeType: 'ra3.large',
  NumberOfNodes: 1,
  ...more,
});

/** What `DescribeClusters` says of one cluster. */
export const described = (status: string, more: object = {}): object => ({ Clusters: [cluster(status, more)] });

/** What refuses to be done while Redshift is at something that no state shows. */
export const operationRunning = 'There is an operation running on the Cluster. Please try to pause it at a later time.';
