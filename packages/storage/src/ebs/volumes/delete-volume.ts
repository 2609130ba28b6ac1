import { type AwsInput, input, operation, resource, type Schema, type WaitableOperation, z } from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { DeleteVolumeCommand, Volume$ } from '@aws-sdk/client-ec2';

import { describeVolume } from './describe-volume.js';
import { waitForVolume } from './wait-for-volume.js';

export interface DeleteVolumeInput extends AwsInput {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
}

/**
 * Deletes a volume and its data. Its snapshots are not deleted. With `wait: true` the call resolves when the volume no longer exists.
 *
 * @example
 * await deleteVolume('vol-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} there is no such volume in this region.
 * @throws {ConflictError} the volume is attached to an instance.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVolume.html
 */
export const deleteVolume: WaitableOperation<string | DeleteVolumeInput, DeletedVolume, void, { on: 'volumeId' }> =
  operation(() => ({
    name: 'deleteVolume',
    service: ec2,
    command: DeleteVolumeCommand,
    permissions: [{ action: 'ec2:DeleteVolume', resources: ['volume'] }],
    key: 'volumeId',
    input: input<DeleteVolumeInput>({ volumeId: volumeId() }),
    output: deletedVolume(),
    deletes: true,
    select: (_response, { volumeId }) => ({ VolumeId: volumeId }),
    uses: [describeVolume],
    wait: ({ volumeId }, options) => waitForVolume({ volumeId, state: 'deleted' }, options),
  }));

/** A volume that AWS is deleting. */
export interface DeletedVolume {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
}

const deletedVolume = (): Schema<DeletedVolume> => resource<DeletedVolume>(Volume$, { volumeId: z.string() });
