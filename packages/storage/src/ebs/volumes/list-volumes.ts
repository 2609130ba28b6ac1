import { ec2Id, type FilterInput, listOperation, type ListOperation, oneOrMore, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeVolumesCommand } from '@aws-sdk/client-ec2';

import { volume, type Volume, type VolumeState, volumeStates } from './volume.js';

export interface ListVolumesInput extends FilterInput {
  /** One state, or several of which one must match. Default: all states. */
  readonly state?: VolumeState | readonly VolumeState[] | undefined;
  /** The ID of an instance to which the volumes are attached. Default: all volumes. */
  readonly instanceId?: string | undefined;
}

/**
 * Lists EBS volumes, 500 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { volumeId, sizeGiB } of listVolumes({ state: 'available' })) console.log(volumeId, sizeGiB, 'GiB, not attached');
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumes.html
 */
export const listVolumes: ListOperation<ListVolumesInput, Volume> = listOperation(() =>
  ec2List({
    name: 'listVolumes',
    command: DescribeVolumesCommand,
    input: { state: z.optional(oneOrMore(z.enum(volumeStates))), instanceId: z.optional(ec2Id('i')) },
    item: volume(),
    items: ({ Volumes }) => Volumes,
    filters: ({ state, instanceId }) => ({ status: state, 'attachment.instance-id': instanceId }),
    pageSize: 500,
  }),
);
