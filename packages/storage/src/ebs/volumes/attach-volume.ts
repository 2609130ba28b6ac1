import { type AwsInput, ec2Id, input, operation, text, type WaitableOperation } from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { AttachVolumeCommand } from '@aws-sdk/client-ec2';

import { type AttachedVolume, attachedVolume } from './attached-volume.js';
import { describeVolume } from './describe-volume.js';
import type { Volume } from './volume.js';
import { waitForVolume } from './wait-for-volume.js';

export interface AttachVolumeInput extends AwsInput {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. It must be in the Availability Zone of the volume. */
  readonly instanceId: string;
  /**
   * The device name, e.g. `/dev/sdf`, 1–255 characters. The operating system of the instance may use another name for the device, e.g.
   * `/dev/nvme1n1`.
   */
  readonly device: string;
}

/**
 * Attaches a volume to an instance. With `wait: true` the call resolves when the volume is in use.
 *
 * @example
 * await attachVolume({ volumeId, instanceId, device: '/dev/sdf' }, { wait: true });
 * @throws {NotFoundError} there is no such volume or instance in this region.
 * @throws {ConflictError} the volume is already attached, or is in another Availability Zone than the instance.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachVolume.html
 */
export const attachVolume: WaitableOperation<
  AttachVolumeInput,
  AttachedVolume,
  Volume,
  { on: 'instanceId' | 'volumeId' }
> = operation(() => ({
  name: 'attachVolume',
  service: ec2,
  command: AttachVolumeCommand,
  repeatable: 'refused',
  permissions: [{ action: 'ec2:AttachVolume', resources: ['instance', 'volume'] }],
  input: input<AttachVolumeInput>({ volumeId: volumeId(), instanceId: ec2Id('i'), device: text(1, 255) }),
  output: attachedVolume(),
  uses: [describeVolume],
  wait: ({ volumeId }, options) => waitForVolume({ volumeId, state: 'in-use' }, options),
}));
