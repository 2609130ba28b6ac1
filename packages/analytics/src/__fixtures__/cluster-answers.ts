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

/** A response of `DescribeClusters` with one cluster. */
export const described = (status: string, more: object = {}): object => ({ Clusters: [cluster(status, more)] });

/** Redshift's message while it runs an operation that the state does not show. */
export const operationRunning = 'There is an operation running on the Cluster. Please try to pause it at a later time.';
