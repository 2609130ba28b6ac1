import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { DescribeVolumesModificationsCommand } from '@aws-sdk/client-ec2';

import { volumeModification, type VolumeModification } from './volume-modification.js';

export interface DescribeVolumeModificationInput extends AwsInput {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
}

/**
 * Describes the latest modification of a volume. Concurrent calls are joined into one request for up to 100 volumes. AWS may return the
 * previous modification for some seconds after `modifyVolume`: compare `startTime`.
 *
 * @example
 * const { modificationState, progress } = await describeVolumeModification('vol-0123456789abcdef0');
 * @throws {NotFoundError} there is no such volume in this region, or it was never modified.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumesModifications.html
 */
export const describeVolumeModification: Operation<string | DescribeVolumeModificationInput, VolumeModification> =
  operation(() => ({
    name: 'describeVolumeModification',
    service: ec2,
    command: DescribeVolumesModificationsCommand,
    permissions: ['ec2:DescribeVolumesModifications'],
    key: 'volumeId',
    input: input<DescribeVolumeModificationInput>({ volumeId: volumeId() }),
    output: volumeModification(),
    absent: 'not-found',
    batch: {
      limit: 100,
      ids: 'VolumeIds',
      items: ({ VolumesModifications }) => VolumesModifications,
      id: 'VolumeId',
    },
  }));
