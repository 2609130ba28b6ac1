import { ConflictError } from '@arch/core';
import { expect, it } from 'vitest';

import {
  attachInternetGateway,
  createInternetGateway,
  deleteInternetGateway,
  describeInternetGateway,
  detachInternetGateway,
} from '../internet-gateways/index.js';
import {
  associateRouteTable,
  createRoute,
  createRouteTable,
  deleteRouteTable,
  describeRouteTable,
  disassociateRouteTable,
} from '../route-tables/index.js';
import { createSecurityGroup, deleteSecurityGroup, describeSecurityGroup } from '../security-groups/index.js';
import { createSubnet, deleteSubnet, listSubnets } from '../subnets/index.js';
import { createVpc, deleteVpc, describeVpc } from './index.js';

it('creates a network with a route to the internet, and deletes it', async () => {
  const { vpcId } = await createVpc({ cidrBlock: '10.1.0.0/16', tags: { Name: 'local' } }, { wait: { pollMs: 50 } });
  const { subnetId } = await createSubnet({ vpcId, cidrBlock: '10.1.1.0/24', availabilityZone: 'us-east-1a' });
  const { internetGatewayId } = await createInternetGateway({});
  await attachInternetGateway({ internetGatewayId, vpcId });
  const { routeTableId } = await createRouteTable(vpcId);
  await createRoute({ routeTableId, destinationCidrBlock: '0.0.0.0/0', gatewayId: internetGatewayId });
  const { associationId } = await associateRouteTable({ routeTableId, subnetId });
  const rule = { protocol: 'tcp', port: 443, cidr: '0.0.0.0/0', description: 'everyone' };
  const { groupId } = await createSecurityGroup({ groupName: 'local', description: 'local', vpcId, ingress: [rule] });

  expect((await describeSecurityGroup(groupId)).ingress).toEqual([rule]);
  expect((await describeInternetGateway(internetGatewayId)).vpcIds).toEqual([vpcId]);
  const { routes, associations } = await describeRouteTable(routeTableId);
  expect(routes).toContainEqual(
    expect.objectContaining({ destinationCidrBlock: '0.0.0.0/0', gatewayId: internetGatewayId }),
  );
  expect(associations.map((each) => each.subnetId)).toEqual([subnetId]);
  expect((await listSubnets({ vpcId }).toArray()).map((each) => each.subnetId)).toEqual([subnetId]);
  await expect(deleteVpc(vpcId)).rejects.toThrow(ConflictError);

  await deleteSecurityGroup(groupId);
  await disassociateRouteTable(associationId);
  await deleteRouteTable(routeTableId);
  await detachInternetGateway({ internetGatewayId, vpcId });
  await deleteInternetGateway(internetGatewayId);
  await deleteSubnet(subnetId);
  await deleteVpc(vpcId);
  await expect(describeVpc(vpcId)).rejects.toThrow('does not exist in this account and region');
});
