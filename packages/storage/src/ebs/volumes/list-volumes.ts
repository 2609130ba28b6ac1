import {
  type AwsInput,
  ec2Id,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  tagRecord,
  type Tags,
  text,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeVolumesCommand } from '@aws-sdk/client-ec2';

import { volume, type Volume, type VolumeState } from './volume.js';

export interface ListVolumesInput extends AwsInput {
  /** One state, or several of which one has to be the volume's. */
  readonly state?: VolumeState | readonly VolumeState[] | undefined;
  /** Only volumes that are attached to this instance. */
  readonly instanceId?: string | undefined;
  /** Tags that a volume has to have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /** AWS's further filters by name, e.g. `{ 'volume-type': ['gp2'] }`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists EBS volumes, 500 in a request, one page ahead of the consumer.
 *
 * @example
 * for await (const { volumeId, sizeGiB } of listVolumes({ state: 'available' })) console.log(volumeId, sizeGiB, 'GiB in use by nobody');
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumes.html
 */
export const listVolumes: ListOperation<ListVolumesInput, Volume> = listOperation(() => ({
  name: 'listVolumes',
  service: ec2,
  command: DescribeVolumesCommand,
  permissions: ['ec2:DescribeVolumes'],
  input: input<ListVolumesInput>({
    state: z.optional(z.union([text(1, 100), z.array(text(1, 100))])),
    instanceId: z.optional(ec2Id('i')),
    tags: z.optional(tagRecord()),
    filters: z.optional(filterRecord()),
  }),
  item: volume(),
  request: ({ state, instanceId, tags, filters }) => ({
    Filters: toFilterList({ status: state, 'attachment.instance-id': instanceId, ...filters }, tags),
  }),
  items: ({ Volumes }) => Volumes,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 500 } },
}));
