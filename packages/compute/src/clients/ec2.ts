import { capacity, conflict, denied, notFound, quota, type ErrorTable, type Service } from '@arch/core/builder';
import { EC2Client } from '@aws-sdk/client-ec2';

/** EC2 declares no exception classes, only codes. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const ec2Errors: ErrorTable = {
  AddressLimitExceeded: quota(),
  DependencyViolation: conflict(undefined, undefined, 'Delete or detach what still uses it first.'),
  IncorrectState: conflict(),
  InstanceLimitExceeded: quota(),
  InsufficientAddressCapacity: capacity(),
  InsufficientFreeAddressesInSubnet: capacity(
    'subnet',
    'subnetId',
    'Use another subnet, or free addresses in this one.',
  ),
  InsufficientHostCapacity: capacity(),
  InsufficientInstanceCapacity: capacity(
    undefined,
    undefined,
    'Try another Availability Zone or instance type, or leave the zone to AWS.',
  ),
  InsufficientReservedInstanceCapacity: capacity(),
  InsufficientVolumeCapacity: capacity(),
  'InvalidAMIID.NotFound': notFound('image', 'imageId', 'Image IDs differ between regions.'),
  'InvalidAMIID.Unavailable': conflict('image', 'imageId'),
  'InvalidGroup.NotFound': notFound('security group'),
  'InvalidKeyPair.NotFound': notFound('key pair', 'keyName', 'Key pairs belong to one region.'),
  'InvalidSnapshot.NotFound': notFound('snapshot', 'snapshotId'),
  'InvalidSubnetID.NotFound': notFound('subnet', 'subnetId'),
  MaxSpotInstanceCountExceeded: quota(),
  OperationNotPermitted: conflict(undefined, undefined, 'Is termination or stop protection on?'),
  PendingVerification: denied(undefined, undefined, 'AWS is still verifying the account for this region.'),
  ResourceLimitExceeded: quota(),
  SpotMaxPriceTooLow: capacity(
    undefined,
    undefined,
    'Raise the price, or leave it out to pay up to the on-demand price.',
  ),
  Unsupported: capacity(
    undefined,
    undefined,
    'This instance type is not offered in that Availability Zone, or not with these options.',
  ),
  VcpuLimitExceeded: quota(),
  VolumeLimitExceeded: quota(),
};

/** EC2, as the operations of this package call it. */
export const ec2: Service = {
  id: 'EC2',
  client: EC2Client,
  prefix: 'ec2',
  arns: {
    image: 'arn:aws:ec2:*::image/*',
    instance: 'arn:aws:ec2:*:*:instance/*',
    'launch-template': 'arn:aws:ec2:*:*:launch-template/*',
    'key-pair': 'arn:aws:ec2:*:*:key-pair/*',
    'network-interface': 'arn:aws:ec2:*:*:network-interface/*',
    'security-group': 'arn:aws:ec2:*:*:security-group/*',
    'spot-instances-request': 'arn:aws:ec2:*:*:spot-instances-request/*',
    subnet: 'arn:aws:ec2:*:*:subnet/*',
    'internet-gateway': 'arn:aws:ec2:*:*:internet-gateway/*',
    'route-table': 'arn:aws:ec2:*:*:route-table/*',
    vpc: 'arn:aws:ec2:*:*:vpc/*',
    volume: 'arn:aws:ec2:*:*:volume/*',
  },
  errors: ec2Errors,
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_',
};
