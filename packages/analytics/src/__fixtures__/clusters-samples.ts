import type { LayerSamples } from '@arch/contract';

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
const namespaceName = 'reports';
const namespace = {
  namespaceName,
  namespaceArn: 'arn:aws:redshift-serverless:eu-west-1:123456789012:namespace/3d0a9f0e-1b9c-4b8e-9a57-0123456789ab',
  status: 'AVAILABLE',
  dbName: 'dev',
  adminUsername: 'admin',
  iamRoles: [],
  logExports: ['userlog'],
  creationDate: '2026-11-01T10:00:00Z',
};
const workgroupName = 'reports';
const workgroup = {
  workgroupName,
  namespaceName,
  status: 'AVAILABLE',
  baseCapacity: 8,
  endpoint: { address: 'reports.123456789012.eu-west-1.redshift-serverless.amazonaws.com', port: 5439 },
  publiclyAccessible: false,
  subnetIds: ['subnet-0123456789abcdef0'],
  securityGroupIds: ['sg-0123456789abcdef0'],
  configParameters: [{ parameterKey: 'max_query_execution_time', parameterValue: '14400' }],
  creationDate: '2026-11-01T10:00:00Z',
};

/** One valid input per function, one valid response per AWS operation. */
export const clustersSamples: LayerSamples = {
  inputs: {
    createRedshiftCluster: { clusterIdentifier, nodeType: 'ra3.large' },
    createRedshiftClusterSnapshot: { snapshotIdentifier, clusterIdentifier },
    createRedshiftNamespace: { namespaceName },
    createRedshiftWorkgroup: { workgroupName, namespaceName },
    deleteRedshiftCluster: clusterIdentifier,
    deleteRedshiftClusterSnapshot: snapshotIdentifier,
    deleteRedshiftNamespace: namespaceName,
    deleteRedshiftWorkgroup: workgroupName,
    describeRedshiftCluster: clusterIdentifier,
    describeRedshiftClusterSnapshot: snapshotIdentifier,
    describeRedshiftNamespace: namespaceName,
    describeRedshiftWorkgroup: workgroupName,
    listRedshiftClusters: {},
    listRedshiftClusterSnapshots: {},
    listRedshiftNamespaces: {},
    listRedshiftWorkgroups: {},
    pauseRedshiftCluster: clusterIdentifier,
    restoreRedshiftCluster: { clusterIdentifier, snapshotIdentifier },
    resumeRedshiftCluster: clusterIdentifier,
    waitForRedshiftCluster: { clusterIdentifier, state: 'available' },
    waitForRedshiftClusterSnapshot: { snapshotIdentifier, state: 'available' },
    waitForRedshiftNamespace: { namespaceName, state: 'available' },
    waitForRedshiftWorkgroup: { workgroupName, state: 'available' },
  },
  answers: {
    CreateCluster: answer,
    CreateClusterSnapshot: { Snapshot: snapshot },
    CreateNamespace: { namespace },
    CreateWorkgroup: { workgroup },
    DeleteCluster: answer,
    DeleteClusterSnapshot: { Snapshot: { ...snapshot, Status: 'deleted' } },
    DeleteNamespace: { namespace: { ...namespace, status: 'DELETING' } },
    DeleteWorkgroup: { workgroup: { ...workgroup, status: 'DELETING' } },
    DescribeClusters: { Clusters: [cluster] },
    DescribeClusterSnapshots: { Snapshots: [snapshot] },
    GetNamespace: { namespace },
    GetWorkgroup: { workgroup },
    ListNamespaces: { namespaces: [namespace] },
    ListWorkgroups: { workgroups: [workgroup] },
    PauseCluster: answer,
    RestoreFromClusterSnapshot: answer,
    ResumeCluster: answer,
  },
};
