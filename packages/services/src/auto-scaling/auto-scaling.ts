import { alreadyExists, conflict, type ErrorTable, quota, type Service, throttled } from '@arch/core/builder';
import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';

/** EC2 Auto Scaling. */
export const autoScaling: Service = {
  id: 'Auto Scaling',
  client: AutoScalingClient,
  prefix: 'autoscaling',
  arns: {
    autoScalingGroup: 'arn:aws:autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/*',
  },
  errors: {
    ActiveInstanceRefreshNotFound: conflict(),
    AlreadyExists: alreadyExists(),
    InstanceRefreshInProgress: conflict({ remedy: 'Wait for the running instance refresh, or cancel it.' }),
    LimitExceeded: quota(),
    ResourceContention: throttled(),
    ResourceInUse: conflict({ remedy: 'Terminate its instances first, or delete the group with force.' }),
    ScalingActivityInProgress: conflict({ remedy: 'Wait until the running scaling activity has ended.' }),
  },
  documentation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_',
};

/** Auto Scaling says of a group that is not there only that the request is not valid. */
export const groupErrors: ErrorTable = {
  ValidationError: { situation: 'other', remedy: 'Is there a group of that name in this region?' },
};
