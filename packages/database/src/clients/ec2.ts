import { alreadyExists, conflict, notFound, quota, type Service } from '@arch/core/builder';
import { EC2Client } from '@aws-sdk/client-ec2';

/** EC2 as far as it is about the network of databases. */
export const ec2: Service = {
  id: 'EC2',
  client: EC2Client,
  prefix: 'ec2',
  arns: {
    'security-group': 'arn:aws:ec2:*:*:security-group/*',
    subnet: 'arn:aws:ec2:*:*:subnet/*',
    vpc: 'arn:aws:ec2:*:*:vpc/*',
  },
  errors: {
    DependencyViolation: conflict(undefined, undefined, 'Delete or detach what still uses it first.'),
    'InvalidGroup.Duplicate': alreadyExists('security group', 'groupName'),
    'InvalidGroup.NotFound': notFound('security group', 'groupId'),
    'InvalidPermission.Duplicate': alreadyExists('security group rule'),
    'InvalidSubnetID.NotFound': notFound('subnet', 'subnetId'),
    'InvalidVpcID.NotFound': notFound('VPC', 'vpcId'),
    RulesPerSecurityGroupLimitExceeded: quota(),
    SecurityGroupLimitExceeded: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_',
};
