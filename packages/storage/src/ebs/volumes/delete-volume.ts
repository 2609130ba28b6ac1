import { type AwsInput, input, operation, resource, type Schema, type WaitableOperation, z } from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { DeleteVolumeCommand, Volume$ } from '@aws-sdk/client-ec2';

import { describeVolume } from './describe-volume.js';
import { waitForVolume } from './wait-for-volume.js';

export interface DeleteVolumeInput extends AwsInput {
  /** e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
}

/**
 * Deletes a volume with what is on it; its snapshots stay. With `wait: true` it resolves when the volume is gone.
 *
 * @example
 * await deleteVolume('vol-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} there is no such volume in this region.
 * @throws {ConflictError} an instance uses it.
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
    select: (_answer, { volumeId }) => ({ VolumeId: volumeId }),
    uses: [describeVolume],
    wait: ({ volumeId }, options) => waitForVolume({ volumeId, state: 'deleted' }, options),
  }));

/** What is being deleted. */
export interface DeletedVolume {
  readonly volumeId: string;
}

const deletedVolume = (): Schema<DeletedVolume> => resource<DeletedVolume>(Volume$, { volumeId: z.string() });
