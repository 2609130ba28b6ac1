import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { DescribeVolumesCommand } from '@aws-sdk/client-ec2';

import { volume, type Volume } from './volume.js';

export interface DescribeVolumeInput extends AwsInput {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
}

/**
 * Describes one EBS volume. Concurrent calls are joined into one request for up to 500 volumes.
 *
 * @example
 * const { state, sizeGiB, attachments } = await describeVolume('vol-0123456789abcdef0');
 * @throws {NotFoundError} there is no such volume in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumes.html
 */
export const describeVolume: Operation<string | DescribeVolumeInput, Volume> = operation(() => ({
  name: 'describeVolume',
  service: ec2,
  command: DescribeVolumesCommand,
  permissions: ['ec2:DescribeVolumes'],
  key: 'volumeId',
  input: input<DescribeVolumeInput>({ volumeId: volumeId() }),
  output: volume(),
  absent: 'not-found',
  batch: { limit: 500, ids: 'VolumeIds', items: ({ Volumes }) => Volumes, id: 'VolumeId' },
}));
