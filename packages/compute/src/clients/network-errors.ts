import { alreadyExists, conflict, type ErrorTable, notFound, quota } from '@arch/core/builder';

/** What EC2's codes about networks mean. */
export const networkErrors: ErrorTable = {
  'Gateway.NotAttached': conflict('internet gateway', 'internetGatewayId', 'It is not attached to that VPC.'),
  'InvalidAssociationID.NotFound': notFound('association', 'associationId'),
  'InvalidGroup.Duplicate': alreadyExists('security group', 'groupName'),
  'InvalidGroup.NotFound': notFound('security group', 'groupId'),
  'InvalidInternetGatewayID.NotFound': notFound('internet gateway', 'internetGatewayId'),
  'InvalidPermission.Duplicate': alreadyExists('security group rule'),
  'InvalidPermission.NotFound': notFound('security group rule'),
  'InvalidRoute.NotFound': notFound('route'),
  'InvalidRouteTableID.NotFound': notFound('route table', 'routeTableId'),
  'InvalidSubnet.Conflict': conflict('subnet', undefined, 'The block overlaps with that of another subnet of the VPC.'),
  'InvalidSubnetID.NotFound': notFound('subnet', 'subnetId'),
  'InvalidVpcID.NotFound': notFound('VPC', 'vpcId'),
  'Resource.AlreadyAssociated': conflict(undefined, undefined, 'It has, or is, one already.'),
  RouteAlreadyExists: alreadyExists('route'),
  RulesPerSecurityGroupLimitExceeded: quota(),
  SecurityGroupLimitExceeded: quota(),
  SubnetLimitExceeded: quota(),
  VpcLimitExceeded: quota(),
};
