import {
  alreadyExists,
  awsQuery,
  conflict,
  notFound,
  quota,
  type Service,
  throttled,
  whenMessage,
} from '@arch/core/builder';
import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';

/** EC2 Auto Scaling. */
export const autoScaling: Service = {
  id: 'Auto Scaling',
  client: AutoScalingClient,
  protocol: awsQuery,
  prefix: 'autoscaling',
  arns: {
    autoScalingGroup: 'arn:aws:autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/{autoScalingGroupName}',
  },
  errors: {
    ActiveInstanceRefreshNotFound: conflict(),
    AlreadyExists: alreadyExists(),
    InstanceRefreshInProgress: conflict({ remedy: 'Wait until the instance refresh has ended, or cancel it.' }),
    IrreversibleInstanceRefresh: conflict({ remedy: 'This instance refresh cannot be rolled back.' }),
    LimitExceeded: quota(),
    ResourceContention: throttled(),
    ResourceInUse: conflict({ remedy: 'Terminate the instances of the group first, or pass forceDelete: true.' }),
    ScalingActivityInProgress: conflict({ remedy: 'Wait until the scaling activity has ended.' }),
    ValidationError: [
      whenMessage(
        /group name not found/i,
        notFound({ resource: 'Auto Scaling group', member: 'autoScalingGroupName' }),
      ),
      whenMessage(/launch configuration name not found/i, notFound({ resource: 'launch configuration' })),
      whenMessage(/name not found/i, notFound()),
    ],
  },
  documentation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_',
};
