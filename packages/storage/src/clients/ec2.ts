import { capacity, conflict, notFound, quota, type Service, throttled } from '@arch/core/builder';
import { EC2Client } from '@aws-sdk/client-ec2';

/** EC2 as far as it is about EBS. */
export const ec2: Service = {
  id: 'EC2',
  client: EC2Client,
  prefix: 'ec2',
  arns: {
    instance: 'arn:aws:ec2:*:*:instance/*',
    snapshot: 'arn:aws:ec2:*::snapshot/*',
    volume: 'arn:aws:ec2:*:*:volume/*',
  },
  errors: {
    ConcurrentSnapshotLimitExceeded: quota(),
    IncorrectState: conflict(),
    InsufficientVolumeCapacity: capacity('volume'),
    'InvalidInstanceID.NotFound': notFound('instance', 'instanceId'),
    'InvalidSnapshot.InUse': conflict('snapshot', 'snapshotId', 'An image uses it: deregister the image first.'),
    'InvalidSnapshot.NotFound': notFound('snapshot', 'snapshotId'),
    'InvalidVolume.NotFound': notFound('volume', 'volumeId'),
    MaxIOPSLimitExceeded: quota(),
    'InvalidVolume.ZoneMismatch': conflict(
      'volume',
      'volumeId',
      'Volume and instance have to be in one Availability Zone.',
    ),
    PendingSnapshotLimitExceeded: quota(),
    SnapshotLimitExceeded: quota(),
    SnapshotCreationPerVolumeRateExceeded: throttled(
      undefined,
      undefined,
      'AWS allows one snapshot of a volume in 15 seconds: call again after that.',
    ),
    VolumeInUse: conflict('volume', 'volumeId', 'Detach it first.'),
    VolumeLimitExceeded: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_',
};
