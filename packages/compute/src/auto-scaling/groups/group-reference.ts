import { resource, type Schema, z } from '@arch/core/builder';
import { AutoScalingGroup$ } from '@aws-sdk/client-auto-scaling';

/** The group that a call changed. The response of AWS is empty. */
export interface GroupReference {
  /** Name of the Auto Scaling group. */
  readonly autoScalingGroupName: string;
}

/** Parses the name of the group. */
export const groupReference = (): Schema<GroupReference> =>
  resource<GroupReference>(AutoScalingGroup$, { autoScalingGroupName: z.string() });
