import { conflict, notFound, quota, restJson, type Service, throttled } from '@arch/core/builder';
import { EBSClient } from '@aws-sdk/client-ebs';

/** The EBS direct APIs: the blocks of snapshots. All other operations on volumes and snapshots are EC2's. */
export const ebs: Service = {
  id: 'EBS',
  client: EBSClient,
  protocol: restJson,
  prefix: 'ebs',
  arns: { snapshot: 'arn:aws:ec2:*::snapshot/{snapshotId}' },
  errors: {
    ConcurrentLimitExceededException: quota({
      remedy: 'Complete or delete pending snapshots first, or request a higher quota.',
    }),
    ConflictException: conflict({
      resource: 'snapshot',
      member: 'snapshotId',
      remedy: 'An earlier request with this client token had other members: pass another token.',
    }),
    RequestThrottledException: throttled(),
    ResourceNotFoundException: notFound({ resource: 'snapshot', member: 'snapshotId' }),
    ServiceQuotaExceededException: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/ebs/latest/APIReference/API_',
};
