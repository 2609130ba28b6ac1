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
const snapshotIdentifier = 'before-upgrade';
const snapshot = {
  SnapshotIdentifier: snapshotIdentifier,
  ClusterIdentifier: clusterIdentifier,
  Status: 'available',
  SnapshotType: 'manual',
  SnapshotCreateTime: '2026-11-01T12:00:00Z',
  NodeType: 'ra3.large',
  NumberOfNodes: 1,
  Encrypted: true,
  TotalBackupSizeInMegaBytes: 1024,
  RestorableNodeTypes: ['ra3.large', 'ra3.xlplus'],
  ManualSnapshotRetentionPeriod: -1,
  Tags: [{ Key: 'team', Value: 'bi' }],
};

/** One good input per function, one good answer per AWS operation. */
export const clustersSamples: LayerSamples = {
  inputs: {
    createRedshiftCluster: { clusterIdentifier, nodeType: 'ra3.large' },
    createRedshiftClusterSnapshot: { snapshotIdentifier, clusterIdentifier },
    deleteRedshiftCluster: clusterIdentifier,
    deleteRedshiftClusterSnapshot: snapshotIdentifier,
    describeRedshiftCluster: clusterIdentifier,
    describeRedshiftClusterSnapshot: snapshotIdentifier,
    listRedshiftClusters: {},
    listRedshiftClusterSnapshots: {},
    pauseRedshiftCluster: clusterIdentifier,
    restoreRedshiftCluster: { clusterIdentifier, snapshotIdentifier },
    resumeRedshiftCluster: clusterIdentifier,
    waitForRedshiftCluster: { clusterIdentifier, state: 'available' },
    waitForRedshiftClusterSnapshot: { snapshotIdentifier, state: 'available' },
  },
  answers: {
    CreateCluster: answer,
    CreateClusterSnapshot: { Snapshot: snapshot },
    DeleteCluster: answer,
    DeleteClusterSnapshot: { Snapshot: { ...snapshot, Status: 'deleted' } },
    DescribeClusters: { Clusters: [cluster] },
    DescribeClusterSnapshots: { Snapshots: [snapshot] },
    PauseCluster: answer,
    RestoreFromClusterSnapshot: answer,
    ResumeCluster: answer,
  },
};
