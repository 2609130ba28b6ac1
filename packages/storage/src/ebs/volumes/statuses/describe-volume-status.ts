import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { DescribeVolumeStatusCommand } from '@aws-sdk/client-ec2';

import { volumeStatus, type VolumeStatus } from './volume-status.js';

export interface DescribeVolumeStatusInput extends AwsInput {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
}

/**
 * Describes the status checks of a volume, and its events. AWS checks the I/O of each volume every 5 minutes, and the performance of `io1`,
 * `io2` and `gp3` volumes every minute. Concurrent calls are joined into one request for up to 100 volumes.
 *
 * @example
 * const { volumeStatus, actions } = await describeVolumeStatus('vol-0123456789abcdef0');
 * @throws {NotFoundError} there is no such volume in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumeStatus.html
 */
export const describeVolumeStatus: Operation<string | DescribeVolumeStatusInput, VolumeStatus> = operation(() => ({
  name: 'describeVolumeStatus',
  service: ec2,
  command: DescribeVolumeStatusCommand,
  permissions: ['ec2:DescribeVolumeStatus'],
  key: 'volumeId',
  input: input<DescribeVolumeStatusInput>({ volumeId: volumeId() }),
  output: volumeStatus(),
  absent: 'not-found',
  batch: { limit: 100, ids: 'VolumeIds', items: ({ VolumeStatuses }) => VolumeStatuses, id: 'VolumeId' },
}));
