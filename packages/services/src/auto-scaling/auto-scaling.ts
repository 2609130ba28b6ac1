import { alreadyExists, conflict, type ErrorTable, quota, type Service, throttled } from '@arch/core/builder';
import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';

/** EC2 Auto Scaling. */
export const autoScaling: Service = {
  id: 'Auto Scaling',
  client: AutoScalingClient,
  prefix: 'autoscaling',
  arns: {
    autoScalingGroup: 'arn:aws:autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/{autoScalingGroupName}',
  },
  errors: {
    ActiveInstanceRefreshNotFound: conflict(),
    AlreadyExists: alreadyExists(),
    InstanceRefreshInProgress: conflict({ remedy: 'Wait until the instance refresh has ended, or cancel it.' }),
    LimitExceeded: quota(),
    ResourceContention: throttled(),
    ResourceInUse: conflict({ remedy: 'Terminate the instances of the group first, or pass forceDelete: true.' }),
    ScalingActivityInProgress: conflict({ remedy: 'Wait until the scaling activity has ended.' }),
  },
  documentation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_',
};

/** For a group that does not exist, Auto Scaling returns only a `ValidationError`. */
export const groupErrors: ErrorTable = {
  ValidationError: {
    situation: 'other',
    remedy: 'Check that an Auto Scaling group with this name exists in this region.',
  },
};
