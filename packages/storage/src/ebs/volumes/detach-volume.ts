import { type AwsInput, ec2Id, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { DetachVolumeCommand } from '@aws-sdk/client-ec2';

import { type AttachedVolume, attachedVolume } from './attached-volume.js';
import { describeVolume } from './describe-volume.js';
import type { Volume } from './volume.js';
import { waitForVolume } from './wait-for-volume.js';

export interface DetachVolumeInput extends AwsInput {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. Required if the volume is attached to several instances. */
  readonly instanceId?: string | undefined;
  /**
   * Whether AWS detaches the volume even if the instance still uses it. Data that the instance has not yet written to the volume is lost.
   * Only for an instance that has failed. Default: `false`.
   */
  readonly force?: boolean | undefined;
}

/**
 * Detaches a volume from its instance. Unmount the volume on the instance first. With `wait: true` the call resolves when the volume can be
 * attached again.
 *
 * @example
 * await detachVolume('vol-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} there is no such volume in this region.
 * @throws {ConflictError} the volume is not attached, or is the root volume of a running instance.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachVolume.html
 */
export const detachVolume: WaitableOperation<
  string | DetachVolumeInput,
  AttachedVolume,
  Volume,
  { on: 'instanceId' | 'volumeId' }
> = operation(() => ({
  name: 'detachVolume',
  service: ec2,
  command: DetachVolumeCommand,
  permissions: [{ action: 'ec2:DetachVolume', resources: ['instance', 'volume'] }],
  key: 'volumeId',
  input: input<DetachVolumeInput>({
    volumeId: volumeId(),
    instanceId: z.optional(ec2Id('i')),
    force: z.optional(z.boolean()),
  }),
  output: attachedVolume(),
  uses: [describeVolume],
  wait: ({ volumeId }, options) => waitForVolume({ volumeId, state: 'available' }, options),
}));
