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
import { autoScaling, groupErrors } from '@arch/services/auto-scaling';
import { Activity$, DescribeScalingActivitiesCommand } from '@aws-sdk/client-auto-scaling';

import { groupName } from './group-fields.js';

export interface ListScalingActivitiesInput extends AwsInput {
  readonly autoScalingGroupName: string;
}

/** What a group has done, or tried. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Activity.html */
export interface ScalingActivity extends AwsResource {
  readonly activityId: string;
  /** e.g. `InProgress`, `Successful`, `Failed` or `Cancelled`. */
  readonly statusCode: string;
  /** Why it failed. */
  readonly statusMessage?: string | undefined;
  /** e.g. `Launching a new EC2 instance: i-0123456789abcdef0`. */
  readonly description?: string | undefined;
  /** Why it was begun. */
  readonly cause: string;
  readonly startTime: Date;
  readonly endTime?: Date | undefined;
  /** In percent. */
  readonly progress?: number | undefined;
}

/**
 * Lists the scaling activities of a group of the last six weeks, the newest first.
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
  errors: groupErrors,
}));
