import { type AwsInput, type Filters, listOperation, type ListOperation, oneOrMore, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeVolumesModificationsCommand } from '@aws-sdk/client-ec2';

import {
  volumeModification,
  type VolumeModification,
  type VolumeModificationState,
  volumeModificationStates,
} from './volume-modification.js';

export interface ListVolumeModificationsInput extends AwsInput {
  /** One state, or several of which one must match. Default: all states. */
  readonly modificationState?: VolumeModificationState | readonly VolumeModificationState[] | undefined;
  /** Further filters by AWS's names, e.g. `{ 'target-volume-type': 'gp3' }`. AWS cannot filter by tags here. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists the latest modification of each modified volume, 500 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { volumeId, progress } of listVolumeModifications({ modificationState: 'optimizing' })) console.log(volumeId, progress);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumesModifications.html
 */
export const listVolumeModifications: ListOperation<ListVolumeModificationsInput, VolumeModification> = listOperation(
  () =>
    ec2List({
      name: 'listVolumeModifications',
      command: DescribeVolumesModificationsCommand,
      filtersByTags: false,
      input: { modificationState: z.optional(oneOrMore(z.enum(volumeModificationStates))) },
      item: volumeModification(),
      items: ({ VolumesModifications }) => VolumesModifications,
      filters: ({ modificationState }) => ({ 'modification-state': modificationState }),
      pageSize: 500,
    }),
);
