import { type AwsInput, ec2Id, input, operation, text, type WaitableOperation } from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { AttachVolumeCommand } from '@aws-sdk/client-ec2';

import { type AttachedVolume, attachedVolume } from './attached-volume.js';
import { describeVolume } from './describe-volume.js';
import type { Volume } from './volume.js';
import { waitForVolume } from './wait-for-volume.js';

export interface AttachVolumeInput extends AwsInput {
  /** e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /** e.g. `i-0123456789abcdef0`; in the volume's Availability Zone. */
  readonly instanceId: string;
  /** The name that the instance sees, e.g. `/dev/sdf`; the system of the instance may give it another. */
  readonly device: string;
}

/**
 * Attaches a volume to an instance. With `wait: true` it resolves when the volume is in use.
 *
 * @example
 * await attachVolume({ volumeId, instanceId, device: '/dev/sdf' }, { wait: true });
 * @throws {NotFoundError} there is no such volume or instance in this region.
 * @throws {ConflictError} the volume is attached already, or in another Availability Zone.
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
