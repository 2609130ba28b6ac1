// Creates a PostgreSQL database that can be reached only from its VPC, and prints how to connect to it. Creates: a VPC, two subnets, a subnet group, a security group and a DB instance, deleted at the end; AWS bills the instance until then.
import { createSubnet, createVpc, deleteSecurityGroup, deleteSubnet, deleteVpc } from '@arch/compute';
import {
  allowDatabaseAccess,
  connectionInfo,
  createDbInstance,
  createDbSubnetGroup,
  deleteDbInstance,
  deleteDbSubnetGroup,
  waitForDbInstance,
} from '@arch/database';

const name = `orders-${Date.now()}`;
const zones = ['a', 'b'].map((zone) => `${process.env['AWS_REGION'] ?? 'us-east-1'}${zone}`);
const undo: (() => Promise<unknown>)[] = [];
try {
  const { vpcId } = await createVpc({ cidrBlock: '10.0.0.0/16' }, { wait: true });
  undo.unshift(() => deleteVpc(vpcId));
  const subnetIds: string[] = [];
  for (const [index, availabilityZone] of zones.entries()) {
    const { subnetId } = await createSubnet({ vpcId, cidrBlock: `10.0.${index}.0/24`, availabilityZone });
    undo.unshift(() => deleteSubnet(subnetId));
    subnetIds.push(subnetId);
  }
  const { dbSubnetGroupName } = await createDbSubnetGroup({ dbSubnetGroupName: name, subnetIds });
  undo.unshift(() => deleteDbSubnetGroup(dbSubnetGroupName));
  const access = { engine: 'postgres', fromCidrs: ['10.0.0.0/16'] };
  const { groupId } = await allowDatabaseAccess({ vpcId, groupName: name, ...access });
  undo.unshift(() => deleteSecurityGroup(groupId));

  const size = { dbInstanceClass: 'db.t4g.micro', allocatedStorageGiB: 20 };
  const network = { dbSubnetGroupName, vpcSecurityGroupIds: [groupId] };
  await createDbInstance({ dbInstanceIdentifier: name, engine: 'postgres', ...size, ...network });
  undo.unshift(() => deleteDbInstance({ dbInstanceIdentifier: name, skipFinalSnapshot: true }, { wait: true }));
  await waitForDbInstance({ dbInstanceIdentifier: name, state: 'available' });
  const { url, masterUserSecretArn } = await connectionInfo(name);
  console.log(url, 'with the password in', masterUserSecretArn);
} finally {
  for (const remove of undo) await remove();
}
