import type { LayerSamples } from '../../../../tools/contract/layer.js';

const clusterIdentifier = 'reports';
const cluster = {
  ClusterIdentifier: clusterIdentifier,
  NodeType: 'ra3.large',
  NumberOfNodes: 1,
  ClusterStatus: 'available',
  ClusterAvailabilityStatus: 'Available',
  MasterUsername: 'awsuser',
  DBName: 'dev',
  Endpoint: { Address: 'reports.abcdefghijkl.eu-west-1.redshift.amazonaws.com', Port: 5439 },
  ClusterCreateTime: '2026-11-01T10:00:00Z',
  AutomatedSnapshotRetentionPeriod: 7,
  VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-0123456789abcdef0', Status: 'active' }],
  Encrypted: true,
  PubliclyAccessible: false,
  MultiAZ: 'Disabled',
  Tags: [{ Key: 'team', Value: 'bi' }],
};
const answer = { Cluster: cluster };

/** One good input per function, one good answer per AWS operation. */
export const clustersSamples: LayerSamples = {
  inputs: {
    createRedshiftCluster: { clusterIdentifier, nodeType: 'ra3.large' },
    deleteRedshiftCluster: clusterIdentifier,
    describeRedshiftCluster: clusterIdentifier,
    listRedshiftClusters: {},
    pauseRedshiftCluster: clusterIdentifier,
    resumeRedshiftCluster: clusterIdentifier,
    waitForRedshiftCluster: { clusterIdentifier, state: 'available' },
  },
  answers: {
    CreateCluster: answer,
    DeleteCluster: answer,
    DescribeClusters: { Clusters: [cluster] },
    PauseCluster: answer,
    ResumeCluster: answer,
  },
};
