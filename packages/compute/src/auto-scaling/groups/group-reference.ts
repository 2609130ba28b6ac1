import { resource, type Schema, z } from '@arch/core/builder';
import { AutoScalingGroup$ } from '@aws-sdk/client-auto-scaling';

/** The group that a call was about: AWS answers nothing to what changes one. */
export interface GroupReference {
  readonly autoScalingGroupName: string;
}

/** Parses what the call was about. */
export const groupReference = (): Schema<GroupReference> =>
  resource<GroupReference>(AutoScalingGroup$, { autoScalingGroupName: z.string() });
