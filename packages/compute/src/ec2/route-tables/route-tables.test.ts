import { AlreadyExistsError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  associateRouteTable,
  createRoute,
  createRouteTable,
  deleteRouteTable,
  describeRouteTable,
  disassociateRouteTable,
  listRouteTables,
} from './index.js';

const routeTableId = 'rtb-0123456789abcdef0';
const vpcId = 'vpc-0123456789abcdef0';
const subnetId = 'subnet-0123456789abcdef0';
const table = {
  RouteTableId: routeTableId,
  VpcId: vpcId,
  Routes: [{ DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' }],
  Associations: [{ RouteTableAssociationId: 'rtbassoc-01234567', SubnetId: subnetId }],
};

describe('a route table', () => {
  it('is created, receives a route, is associated with a subnet and deleted; an existing destination throws AlreadyExistsError', async () => {
    await using aws = fakeAws({
      answers: {
        CreateRouteTable: { RouteTable: table },
        CreateRoute: {},
        AssociateRouteTable: { AssociationId: 'rtbassoc-01234567' },
        DescribeRouteTables: { RouteTables: [table] },
        DisassociateRouteTable: {},
        DeleteRouteTable: {},
      },
    });
    const { session } = aws;
    expect((await createRouteTable({ vpcId, tags: { Name: 'public' } }, { session })).routeTableId).toBe(routeTableId);
    await createRoute({ routeTableId, destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-01234567' }, { session });
    const { associationId } = await associateRouteTable({ routeTableId, subnetId }, { session });
    expect(await describeRouteTable(routeTableId, { session })).toMatchObject({
      routes: [{ gatewayId: 'local' }],
      associations: [{ subnetId, main: false }],
    });
    expect(await listRouteTables({ vpcId }, { session }).count()).toBe(1);
    await disassociateRouteTable(associationId, { session });
    await deleteRouteTable(routeTableId, { session });
    aws.on('CreateRoute', awsError('RouteAlreadyExists', 'exists'));
    const duplicate = createRoute(
      { routeTableId, destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-01234567' },
      { session },
    );
    await expect(duplicate).rejects.toThrow(AlreadyExistsError);
  });

  it.each([
    [{ routeTableId, gatewayId: 'igw-01234567' }, 'provide either destinationCidrBlock or destinationIpv6CidrBlock'],
    [{ routeTableId, destinationCidrBlock: '0.0.0.0/0' }, 'provide exactly one target: gatewayId, natGatewayId,'],
    [
      { routeTableId, destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-01234567', natGatewayId: 'nat-01234567' },
      'provide exactly one target: gatewayId, natGatewayId,',
    ],
  ])('rejects the route %o', async (route, message) => {
    await using aws = fakeAws();
    await expect(createRoute(route, { session: aws.session })).rejects.toThrow(InvalidInputError);
    await expect(createRoute(route, { session: aws.session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
