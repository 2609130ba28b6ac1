import type { LayerSamples } from '../../../../tools/contract/layer.js';

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
const answer = { DBInstance: instance };

/** One good input per function, one good answer per AWS operation. */
export const instancesSamples: LayerSamples = {
  inputs: {
    createDbInstance: {
      dbInstanceIdentifier,
      engine: 'postgres',
      dbInstanceClass: 'db.t4g.micro',
      allocatedStorageGiB: 20,
    },
    deleteDbInstance: dbInstanceIdentifier,
    describeDbInstance: dbInstanceIdentifier,
    listDbInstances: {},
    modifyDbInstance: { dbInstanceIdentifier, backupRetentionDays: 14 },
    rebootDbInstance: dbInstanceIdentifier,
    startDbInstance: dbInstanceIdentifier,
    stopDbInstance: dbInstanceIdentifier,
    waitForDbInstance: { dbInstanceIdentifier, state: 'available' },
  },
  answers: {
    CreateDBInstance: answer,
    DeleteDBInstance: answer,
    DescribeDBInstances: { DBInstances: [instance] },
    ModifyDBInstance: answer,
    RebootDBInstance: answer,
    StartDBInstance: answer,
    StopDBInstance: answer,
  },
};
