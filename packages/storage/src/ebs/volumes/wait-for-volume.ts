import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { volumeId } from '@arch/services/ec2';

import { describeVolume } from './describe-volume.js';
import type { Volume } from './volume.js';

/** The goals of a wait. */
export const volumeGoals = ['available', 'in-use', 'deleted'] as const;
export type VolumeGoal = (typeof volumeGoals)[number];

export interface WaitForVolumeInput {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /** The goal of the wait. */
  readonly state: VolumeGoal;
}

/**
 * Waits until a volume reaches a state. `deleted` is also reached when the volume no longer exists, and resolves with `undefined`.
 *
 * @example
 * await waitForVolume({ volumeId, state: 'available' });
 * @throws {WaitError} the volume is in state `error`, or is being deleted.
 * @throws {DeadlineError} the volume has not reached the state within 10 minutes, or `timeoutMs`.
 * @throws {NotFoundError} there is no such volume in this region.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-describing-volumes.html
 */
export const waitForVolume: GoalWaiter<WaitForVolumeInput, { available: Volume; 'in-use': Volume; deleted: void }> =
  goalWaiter(() => ({
    name: 'waitForVolume',
    key: 'volumeId',
    input: input<WaitForVolumeInput>({ volumeId: volumeId(), state: z.enum(volumeGoals) }),
    absent: 'deleted',
    uses: [describeVolume],
    look: async ({ volumeId, state: goal }, options): Promise<Observation<Volume>> => {
      const value = await describeVolume(volumeId, options);
      const { state } = value;
      if (state === goal) return { verdict: 'reached', state, value };
      const busy = value.attachments.find((each) => each.state === 'busy');
      if (busy) return { verdict: 'pending', state: `${state}, attachment busy`, reason: unmount(busy), value };
      const cannotReach = goal !== 'deleted' && ['error', 'deleting', 'deleted'].includes(state);
      return { verdict: cannotReach ? 'failed' : 'pending', state, value };
    },
  }));

/** EC2 reports `busy` if the operating system of the instance still uses the volume. */
const unmount = ({ instanceId, device }: Volume['attachments'][number]): string =>
  `${instanceId ?? 'the instance'} still uses ${device ?? 'the volume'}: unmount it there`;
