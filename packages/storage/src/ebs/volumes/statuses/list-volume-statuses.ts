import { type AwsInput, type Filters, listOperation, type ListOperation, oneOrMore, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeVolumeStatusCommand } from '@aws-sdk/client-ec2';

import { volumeStatus, type VolumeStatus, volumeStatusSummaries, type VolumeStatusSummary } from './volume-status.js';

export interface ListVolumeStatusesInput extends AwsInput {
  /** One result of the status checks, or several of which one must match. Default: all results. */
  readonly volumeStatus?: VolumeStatusSummary | readonly VolumeStatusSummary[] | undefined;
  /** Further filters by AWS's names, e.g. `{ 'event.event-type': 'io-performance:stalled' }`. AWS cannot filter by tags here. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists the status of volumes, 1,000 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { volumeId, events } of listVolumeStatuses({ volumeStatus: 'impaired' })) console.log(volumeId, events);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumeStatus.html
 */
export const listVolumeStatuses: ListOperation<ListVolumeStatusesInput, VolumeStatus> = listOperation(() =>
  ec2List({
    name: 'listVolumeStatuses',
    command: DescribeVolumeStatusCommand,
    filtersByTags: false,
    input: { volumeStatus: z.optional(oneOrMore(z.enum(volumeStatusSummaries))) },
    item: volumeStatus(),
    items: ({ VolumeStatuses }) => VolumeStatuses,
    filters: ({ volumeStatus }) => ({ 'volume-status.status': volumeStatus }),
    pageSize: 1_000,
  }),
);
