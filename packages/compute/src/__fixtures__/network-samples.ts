import type { LayerSamples } from '@arch/contract';

const vpcId = 'vpc-0123456789abcdef0';
const subnetId = 'subnet-0123456789abcdef0';
const groupId = 'sg-0123456789abcdef0';
const internetGatewayId = 'igw-0123456789abcdef0';
const routeTableId = 'rtb-0123456789abcdef0';
const associationId = 'rtbassoc-0123456789abcdef0';
const vpc = { VpcId: vpcId, State: 'available', CidrBlock: '10.0.0.0/16', IsDefault: false };
const subnet = {
  SubnetId: subnetId,
  VpcId: vpcId,
  State: 'available',
  CidrBlock: '10.0.1.0/24',
  AvailabilityZone: 'eu-west-1a',
  AvailableIpAddressCount: 251,
};
const group = { GroupId: groupId, GroupName: 'web', Description: 'web servers', VpcId: vpcId };
const gateway = { InternetGatewayId: internetGatewayId, Attachments: [] };
const table = { RouteTableId: routeTableId, VpcId: vpcId, Routes: [], Associations: [] };
const rules = [{ protocol: 'tcp', port: 443, cidr: '10.0.0.0/16' }];

/** One valid input per function, one valid response per AWS operation. */
export const networkSamples: LayerSamples = {
  inputs: {
    associateRouteTable: { routeTableId, subnetId },
    attachInternetGateway: { internetGatewayId, vpcId },
    authorizeSecurityGroupEgress: { groupId, rules },
    authorizeSecurityGroupIngress: { groupId, rules },
    createInternetGateway: {},
    createRoute: { routeTableId, destinationCidrBlock: '0.0.0.0/0', gatewayId: internetGatewayId },
    createRouteTable: vpcId,
    createSecurityGroup: { groupName: 'web', description: 'web servers', vpcId },
    createSubnet: { vpcId, cidrBlock: '10.0.1.0/24' },
    createVpc: { cidrBlock: '10.0.0.0/16' },
    deleteInternetGateway: internetGatewayId,
    deleteRouteTable: routeTableId,
    deleteSecurityGroup: groupId,
    deleteSubnet: subnetId,
    deleteVpc: vpcId,
    describeInternetGateway: internetGatewayId,
    describeRouteTable: routeTableId,
    describeSecurityGroup: groupId,
    describeSubnet: subnetId,
    describeVpc: vpcId,
    detachInternetGateway: { internetGatewayId, vpcId },
    disassociateRouteTable: associationId,
    listInternetGateways: {},
    listRouteTables: {},
    listSecurityGroups: {},
    listSubnets: {},
    listVpcs: {},
    revokeSecurityGroupEgress: { groupId, rules },
    revokeSecurityGroupIngress: { groupId, rules },
    waitForVpc: { vpcId, state: 'available' },
  },
  thorough: { createSecurityGroup: { groupName: 'web', description: 'web servers', vpcId, ingress: rules } },
  answers: {
    AssociateRouteTable: { AssociationId: associationId },
    AttachInternetGateway: {},
    AuthorizeSecurityGroupEgress: {},
    AuthorizeSecurityGroupIngress: {},
    CreateInternetGateway: { InternetGateway: gateway },
    CreateRoute: {},
    CreateRouteTable: { RouteTable: table },
    CreateSecurityGroup: { GroupId: groupId },
    CreateSubnet: { Subnet: subnet },
    CreateVpc: { Vpc: vpc },
    DeleteInternetGateway: {},
    DeleteRouteTable: {},
    DeleteSecurityGroup: {},
    DeleteSubnet: {},
    DeleteVpc: {},
    DescribeInternetGateways: { InternetGateways: [gateway] },
    DescribeRouteTables: { RouteTables: [table] },
    DescribeSecurityGroups: { SecurityGroups: [group] },
    DescribeSubnets: { Subnets: [subnet] },
    DescribeVpcs: { Vpcs: [vpc] },
    DetachInternetGateway: {},
    DisassociateRouteTable: {},
    RevokeSecurityGroupEgress: {},
    RevokeSecurityGroupIngress: {},
  },
};
