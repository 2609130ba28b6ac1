import { NotFoundError } from '@arch/core';
import { type CallOptions, input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { volumeId } from '@arch/services/ec2';

import { isBefore } from '../../is-before.js';
import { describeVolumeModification } from './describe-volume-modification.js';
import type { VolumeModification } from './volume-modification.js';

/** The goals of a wait: `optimizing`, the new size can be used; `completed`, the volume has its new performance as well. */
export const volumeModificationGoals = ['optimizing', 'completed'] as const;
export type VolumeModificationGoal = (typeof volumeModificationGoals)[number];

export interface WaitForVolumeModificationInput {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /** The goal of the wait. `optimizing` is also reached if the modification is complete. */
  readonly state: VolumeModificationGoal;
  /**
   * The `startTime` of the modification: AWS may return an earlier one, or none, for some seconds after `modifyVolume`. Default: the
   * modification that AWS returns.
   */
  readonly startTime?: Date | undefined;
}

/**
 * Waits until AWS has modified a volume. `onProgress` receives the percentage. The optimization of a large volume can take a day: pass a larger
 * `timeoutMs`.
 *
 * @example
 * await waitForVolumeModification({ volumeId, state: 'completed' }, { timeoutMs: 24 * 3_600_000 });
 * @throws {WaitError} the modification has failed, with AWS's reason, or the volume was never modified.
 * @throws {DeadlineError} the modification has not reached the state within an hour, or `timeoutMs`.
 * @throws {NotFoundError} there is no such volume in this region, or it was never modified.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/monitoring-volume-modifications.html
 */
export const waitForVolumeModification: Waiter<WaitForVolumeModificationInput, VolumeModification> = waiter(() => ({
  name: 'waitForVolumeModification',
  key: 'volumeId',
  input: input<WaitForVolumeModificationInput>({
    volumeId: volumeId(),
    state: z.enum(volumeModificationGoals),
    startTime: z.optional(z.date()),
  }),
  uses: [describeVolumeModification],
  timeoutMs: 3_600_000,
  pollMs: 5_000,
  look: async ({ volumeId, state: goal, startTime }, options): Promise<Observation<VolumeModification>> => {
    const value = await visible(volumeId, startTime, options);
    if (value === undefined) return { verdict: 'pending', state: 'not yet visible', value: undefined as never };
    const { modificationState: state = 'unmodified', progress, statusMessage: reason } = value;
    if (state === 'failed' || state === 'unmodified') return { verdict: 'failed', state, reason, value };
    const isReached = state === 'completed' || state === goal;
    const shown = progress === undefined || state === 'completed' ? state : `${state}, ${progress}%`;
    return { verdict: isReached ? 'reached' : 'pending', state: shown, reason, value };
  },
}));

/** The latest modification; `undefined` if AWS returns none yet, or one that started before `startTime`. */
const visible = async (
  volumeId: string,
  startTime: Date | undefined,
  options: CallOptions,
): Promise<VolumeModification | undefined> => {
  try {
    const value = await describeVolumeModification(volumeId, options);
    return isBefore(value.startTime, startTime) ? undefined : value;
  } catch (error) {
    if (startTime !== undefined && error instanceof NotFoundError) return undefined;
    throw error;
  }
};
