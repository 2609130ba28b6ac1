import {
  alreadyExists,
  capacity,
  conflict,
  denied,
  type ErrorTable,
  notFound,
  quota,
  serviceError,
  throttled,
} from '@arch/core/builder';

/**
 * The meaning of EC2's error codes. EC2 declares no exception classes.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export const ec2Errors: ErrorTable = {
  AddressLimitExceeded: quota(),
  ConcurrentSnapshotLimitExceeded: quota(),
  DryRunOperation: serviceError({ remedy: 'The call would have succeeded. It was a dry run.' }),
  DependencyViolation: conflict({ remedy: 'First delete or detach the resources that use it.' }),
  'Gateway.NotAttached': conflict({
    resource: 'internet gateway',
    member: 'internetGatewayId',
    remedy: 'The internet gateway is not attached to this VPC.',
  }),
  IdempotentInstanceTerminated: conflict({
    remedy: 'The instance of this client token was terminated: pass another token.',
  }),
  IncorrectInstanceState: conflict({ resource: 'instance', member: 'instanceId' }),
  IncorrectModificationState: conflict({
    resource: 'volume',
    member: 'volumeId',
    remedy: 'An earlier modification is in progress: wait for it with waitForVolumeModification.',
  }),
  IncorrectState: conflict(),
  InstanceLimitExceeded: quota(),
  InsufficientAddressCapacity: capacity(),
  InsufficientFreeAddressesInSubnet: capacity({
    resource: 'subnet',
    member: 'subnetId',
    remedy: 'Use another subnet, or free IP addresses in this subnet.',
  }),
  InsufficientHostCapacity: capacity(),
  InsufficientInstanceCapacity: capacity({
    remedy: 'Try another Availability Zone or instance type, or omit the Availability Zone: AWS then chooses one.',
  }),
  InsufficientReservedInstanceCapacity: capacity(),
  InsufficientVolumeCapacity: capacity({ resource: 'volume' }),
  'InvalidAMIID.NotFound': notFound({
    resource: 'image',
    member: 'imageId',
    remedy: 'Image IDs differ between regions.',
  }),
  'InvalidAMIID.Unavailable': conflict({ resource: 'image', member: 'imageId' }),
  'InvalidAssociationID.NotFound': notFound({ resource: 'association', member: 'associationId' }),
  'InvalidGroup.Duplicate': alreadyExists({ resource: 'security group', member: 'groupName' }),
  'InvalidGroup.NotFound': notFound({ resource: 'security group', member: 'groupId' }),
  'InvalidInstanceID.NotFound': notFound({ resource: 'instance', member: 'instanceId' }),
  'InvalidInternetGatewayID.NotFound': notFound({ resource: 'internet gateway', member: 'internetGatewayId' }),
  'InvalidKeyPair.NotFound': notFound({
    resource: 'key pair',
    member: 'keyName',
    remedy: 'A key pair exists in one region only.',
  }),
  'InvalidPermission.Duplicate': alreadyExists({ resource: 'security group rule' }),
  'InvalidPermission.NotFound': notFound({ resource: 'security group rule' }),
  'InvalidRoute.NotFound': notFound({ resource: 'route' }),
  'InvalidRouteTableID.NotFound': notFound({ resource: 'route table', member: 'routeTableId' }),
  'InvalidSnapshot.InUse': conflict({
    resource: 'snapshot',
    member: 'snapshotId',
    remedy: 'An image uses the snapshot: deregister the image first.',
  }),
  'InvalidSnapshot.NotFound': notFound({ resource: 'snapshot', member: 'snapshotId' }),
  'InvalidSubnet.Conflict': conflict({
    resource: 'subnet',
    remedy: 'The CIDR block overlaps with the block of another subnet in the VPC.',
  }),
  'InvalidSubnetID.NotFound': notFound({ resource: 'subnet', member: 'subnetId' }),
  'InvalidVolumeModification.NotFound': notFound({
    resource: 'volume modification',
    member: 'volumeId',
    remedy: 'The volume was never modified.',
  }),
  'InvalidVolume.NotFound': notFound({ resource: 'volume', member: 'volumeId' }),
  'InvalidVolume.ZoneMismatch': conflict({
    resource: 'volume',
    member: 'volumeId',
    remedy: 'The volume and the instance must be in the same Availability Zone.',
  }),
  'InvalidVpcID.NotFound': notFound({ resource: 'VPC', member: 'vpcId' }),
  MaxIOPSLimitExceeded: quota(),
  MaxSpotInstanceCountExceeded: quota(),
  OperationNotPermitted: conflict({ remedy: 'Check whether termination protection or stop protection is enabled.' }),
  PendingSnapshotLimitExceeded: quota(),
  PendingVerification: denied({ remedy: 'AWS is still verifying the account for this region.' }),
  'Resource.AlreadyAssociated': conflict({ remedy: 'The resource is already attached or associated.' }),
  ResourceLimitExceeded: quota(),
  RouteAlreadyExists: alreadyExists({ resource: 'route' }),
  RulesPerSecurityGroupLimitExceeded: quota(),
  SecurityGroupLimitExceeded: quota(),
  SnapshotCreationPerVolumeRateExceeded: throttled({
    remedy: 'AWS allows one snapshot per volume in 15 seconds: call again after 15 seconds.',
  }),
  SnapshotLimitExceeded: quota(),
  SpotMaxPriceTooLow: capacity({ remedy: 'Raise the maximum price, or omit it to pay up to the on-demand price.' }),
  SubnetLimitExceeded: quota(),
  Unsupported: capacity({
    remedy: 'The Availability Zone does not offer this instance type, or not with these options.',
  }),
  UnsupportedHibernationConfiguration: conflict({
    resource: 'instance',
    member: 'instanceId',
    remedy: 'Only an instance that was launched with hibernation enabled can hibernate.',
  }),
  VcpuLimitExceeded: quota(),
  VolumeInUse: conflict({ resource: 'volume', member: 'volumeId', remedy: 'Detach it first.' }),
  VolumeLimitExceeded: quota(),
  VolumeModificationRateExceeded: conflict({
    resource: 'volume',
    member: 'volumeId',
    remedy:
      'AWS accepts four modifications of one volume in 24 hours: call again when the first of them is 24 hours ago.',
  }),
  VolumeModificationSizeLimitExceeded: quota(),
  VpcLimitExceeded: quota(),
};
