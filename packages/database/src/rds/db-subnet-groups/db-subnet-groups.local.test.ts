import { AlreadyExistsError, createSession, NotFoundError } from '@arch/core';
import { DeleteSecurityGroupCommand, DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { expect, it } from 'vitest';

import { createDbInstance, deleteDbInstance } from '../db-instances/index.js';
import { allowDatabaseAccess } from '../../ec2/security-groups/index.js';
import { createDbSubnetGroup, deleteDbSubnetGroup, describeDbSubnetGroup, listDbSubnetGroups } from './index.js';

const wait = { pollMs: 50 };

/** Other tests create and delete subnets in the same account at the same time. */
const defaultSubnets = [{ Name: 'default-for-az', Values: ['true'] }];

// moto replaces a DB subnet group with the same name; AWS rejects the second creation.
it('creates a DB instance in a DB subnet group, with a security group that allows access', async () => {
  await using session = createSession();
  const ec2 = session.client(EC2Client);
  const { Subnets: [one, two] = [] } = await ec2.send(new DescribeSubnetsCommand({ Filters: defaultSubnets }));
  const subnetIds = [one!.SubnetId!, two!.SubnetId!];
  const dbSubnetGroupName = 'local-private';
  const group = await createDbSubnetGroup({ dbSubnetGroupName, subnetIds });
  expect(group).toMatchObject({ dbSubnetGroupName, subnetGroupStatus: 'Complete' });

  const { vpcId = '' } = group;
  const access = { vpcId, groupName: 'local-db', engine: 'mysql', fromCidrs: ['10.0.0.0/16'] };
  const { groupId } = await allowDatabaseAccess(access);
  await expect(allowDatabaseAccess(access)).rejects.toThrow(AlreadyExistsError);

  const small = { dbInstanceIdentifier: 'local-network', engine: 'mysql', dbInstanceClass: 'db.t3.small' };
  const inside = { dbSubnetGroupName, vpcSecurityGroupIds: [groupId], allocatedStorageGiB: 20 };
  const database = await createDbInstance({ ...small, ...inside }, { wait });
  expect(database).toMatchObject({ dbSubnetGroupName, vpcId, vpcSecurityGroupIds: [groupId] });
  await deleteDbInstance({ dbInstanceIdentifier: 'local-network', skipFinalSnapshot: true }, { wait });

  await deleteDbSubnetGroup(group);
  await ec2.send(new DeleteSecurityGroupCommand({ GroupId: groupId }));
  await expect(describeDbSubnetGroup(dbSubnetGroupName)).rejects.toThrow(NotFoundError);
  const left = await Array.fromAsync(listDbSubnetGroups({}), (each) => each.dbSubnetGroupName);
  expect(left).not.toContain(dbSubnetGroupName);
});
