import {
  type AwsInput,
  type AwsResource,
  optionalString,
  input,
  listOperation,
  type ListOperation,
  resource,
  z,
} from '@arch/core/builder';
import { autoScaling } from '@arch/services/auto-scaling';
import { Activity$, DescribeScalingActivitiesCommand } from '@aws-sdk/client-auto-scaling';

import { groupName } from './group-fields.js';

export interface ListScalingActivitiesInput extends AwsInput {
  /** Name of the Auto Scaling group. */
  readonly autoScalingGroupName: string;
}

/** A change of an Auto Scaling group, e.g. the launch of an instance. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Activity.html */
export interface ScalingActivity extends AwsResource {
  /** ID of the activity. */
  readonly activityId: string;
  /** Status, e.g. `InProgress`, `Successful`, `Failed` or `Cancelled`. */
  readonly statusCode: string;
  /** Reason for a failure. */
  readonly statusMessage?: string | undefined;
  /** Description of the activity, e.g. `Launching a new EC2 instance: i-0123456789abcdef0`. */
  readonly description?: string | undefined;
  /** Reason why the activity started. */
  readonly cause: string;
  /** Start of the activity. */
  readonly startTime: Date;
  /** End of the activity. Absent while it is in progress. */
  readonly endTime?: Date | undefined;
  /** Progress in percent. */
  readonly progress?: number | undefined;
}

/**
 * Lists the scaling activities of a group in the last six weeks, the latest first.
 *
 * @example
 * const last = await listScalingActivities({ autoScalingGroupName: 'web' }).first();
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeScalingActivities.html
 */
export const listScalingActivities: ListOperation<ListScalingActivitiesInput, ScalingActivity> = listOperation(() => ({
  name: 'listScalingActivities',
  service: autoScaling,
  command: DescribeScalingActivitiesCommand,
  permissions: ['autoscaling:DescribeScalingActivities'],
  input: input<ListScalingActivitiesInput>({ autoScalingGroupName: groupName() }),
  item: resource<ScalingActivity>(Activity$, {
    activityId: z.string(),
    statusCode: z.string(),
    statusMessage: optionalString(),
    description: optionalString(),
    cause: z.string(),
    startTime: z.date(),
    endTime: z.optional(z.date()),
    progress: z.optional(z.number()),
  }),
  items: ({ Activities }) => Activities,
  pages: { token: 'NextToken', size: { member: 'MaxRecords', least: 1, most: 100 } },
}));
