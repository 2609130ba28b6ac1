import type { LayerSamples } from '@arch/contract';

const dbInstanceIdentifier = 'orders';
const instance = {
  DBInstanceIdentifier: dbInstanceIdentifier,
  DBInstanceClass: 'db.t4g.micro',
  Engine: 'postgres',
  DBInstanceStatus: 'available',
  MasterUsername: 'postgres',
  Endpoint: { Address: 'orders.abcdefghijkl.eu-west-1.rds.amazonaws.com', Port: 5432, HostedZoneId: 'Z29XKXDKYMONMX' },
  AllocatedStorage: 20,
  InstanceCreateTime: '2026-11-01T10:00:00Z',
  VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-0123456789abcdef0', Status: 'active' }],
  DBSubnetGroup: { DBSubnetGroupName: 'private', VpcId: 'vpc-0123456789abcdef0' },
  StorageEncrypted: true,
  TagList: [{ Key: 'team', Value: 'shop' }],
};
const response = { DBInstance: instance };
const dbSnapshotIdentifier = 'before-upgrade';
const snapshot = {
  DBSnapshotIdentifier: dbSnapshotIdentifier,
  DBInstanceIdentifier: dbInstanceIdentifier,
  Engine: 'postgres',
  Status: 'available',
  PercentProgress: 100,
  SnapshotType: 'manual',
  SnapshotCreateTime: '2026-11-02T10:00:00Z',
  TagList: [{ Key: 'team', Value: 'shop' }],
};

const dbSubnetGroupName = 'private';
const subnetIds = ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'];
const subnetGroup = {
  DBSubnetGroupName: dbSubnetGroupName,
  DBSubnetGroupDescription: 'private',
  VpcId: 'vpc-0123456789abcdef0',
  SubnetGroupStatus: 'Complete',
  Subnets: subnetIds.map((SubnetIdentifier) => ({ SubnetIdentifier, SubnetStatus: 'Active' })),
};

/** One valid input per function, one valid response per AWS operation. */
export const instancesSamples: LayerSamples = {
  inputs: {
    allowDatabaseAccess: {
      vpcId: 'vpc-0123456789abcdef0',
      groupName: 'orders-db',
      engine: 'postgres',
      fromSecurityGroupIds: ['sg-0123456789abcdef0'],
    },
    connectionInfo: dbInstanceIdentifier,
    createDbInstance: {
      dbInstanceIdentifier,
      engine: 'postgres',
      dbInstanceClass: 'db.t4g.micro',
      allocatedStorageGiB: 20,
    },
    createDbSnapshot: { dbSnapshotIdentifier, dbInstanceIdentifier },
    createDbSubnetGroup: { dbSubnetGroupName, subnetIds },
    deleteDbInstance: dbInstanceIdentifier,
    deleteDbSnapshot: dbSnapshotIdentifier,
    deleteDbSubnetGroup: dbSubnetGroupName,
    describeDbInstance: dbInstanceIdentifier,
    describeDbSnapshot: dbSnapshotIdentifier,
    describeDbSubnetGroup: dbSubnetGroupName,
    generateDbAuthToken: {
      hostname: 'orders.abcdefghijkl.eu-west-1.rds.amazonaws.com',
      port: 5_432,
      username: 'app',
    },
    listDbInstances: {},
    listDbSnapshots: {},
    listDbSubnetGroups: {},
    modifyDbInstance: { dbInstanceIdentifier, backupRetentionDays: 14 },
    rebootDbInstance: dbInstanceIdentifier,
    restoreDbInstance: { dbInstanceIdentifier, dbSnapshotIdentifier },
    restoreDbInstanceToTime: {
      sourceDbInstanceIdentifier: 'orders-1',
      targetDbInstanceIdentifier: dbInstanceIdentifier,
      restoreTime: new Date('2026-11-26T09:30:00Z'),
    },
    startDbInstance: dbInstanceIdentifier,
    stopDbInstance: dbInstanceIdentifier,
    waitForDbInstance: { dbInstanceIdentifier, state: 'available' },
    waitForDbSnapshot: { dbSnapshotIdentifier, state: 'available' },
  },
  answers: {
    AuthorizeSecurityGroupIngress: {},
    CreateDBInstance: response,
    CreateDBSnapshot: { DBSnapshot: snapshot },
    CreateDBSubnetGroup: { DBSubnetGroup: subnetGroup },
    CreateSecurityGroup: { GroupId: 'sg-0123456789abcdef1' },
    DeleteDBInstance: response,
    DeleteDBSnapshot: { DBSnapshot: snapshot },
    DeleteDBSubnetGroup: {},
    DeleteSecurityGroup: {},
    DescribeDBInstances: { DBInstances: [instance] },
    DescribeDBSnapshots: { DBSnapshots: [snapshot] },
    DescribeDBSubnetGroups: { DBSubnetGroups: [subnetGroup] },
    ModifyDBInstance: response,
    RebootDBInstance: response,
    RestoreDBInstanceFromDBSnapshot: response,
    RestoreDBInstanceToPointInTime: response,
    StartDBInstance: response,
    StopDBInstance: response,
  },
  withoutRequest: ['generateDbAuthToken'],
};
