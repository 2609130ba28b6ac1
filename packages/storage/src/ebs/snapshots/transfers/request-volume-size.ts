import { type AwsInput, from, input, operation, type Operation, resource, type Schema, z } from '@arch/core/builder';
import { ebs } from '@arch/services/ebs';
import { snapshotId } from '@arch/services/ec2';
import { ListSnapshotBlocksCommand, ListSnapshotBlocksResponse$ } from '@aws-sdk/client-ebs';

interface VolumeSize {
  readonly volumeSizeGiB: number;
}

/** Returns the size of the volume of a snapshot, which each page of its blocks contains. */
export const requestVolumeSize: Operation<AwsInput & { readonly snapshotId: string }, VolumeSize> = operation(() => ({
  name: 'listSnapshotBlocks',
  service: ebs,
  command: ListSnapshotBlocksCommand,
  permissions: [{ action: 'ebs:ListSnapshotBlocks', resources: ['snapshot'] }],
  input: input<AwsInput & { readonly snapshotId: string }>({ snapshotId: snapshotId() }),
  output: volumeSize(),
  request: ({ snapshotId }) => ({ SnapshotId: snapshotId, MaxResults: 100 }),
}));

const volumeSize = (): Schema<VolumeSize> =>
  resource<VolumeSize>(ListSnapshotBlocksResponse$, { volumeSizeGiB: from('VolumeSize', z.number()) });
