import {
  type AwsInput,
  input,
  operation,
  tagRecord,
  type Tags,
  text,
  type WaitableOperation,
  z,
  toTagSpecifications,
} from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { CreateSnapshotCommand } from '@aws-sdk/client-ec2';

import { describeSnapshot } from './describe-snapshot.js';
import { snapshot, type Snapshot } from './snapshot.js';
import { waitForSnapshot } from './wait-for-snapshot.js';

export interface CreateSnapshotInput extends AwsInput {
  /** e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /** At most 255 characters. */
  readonly description?: string | undefined;
  readonly tags?: Tags | undefined;
}

/**
 * Takes a snapshot of a volume, as it is now: the volume can be used on at once. With `wait: true` it resolves when the snapshot is
 * complete; progress tells the percentage. AWS has no token for it: a call whose answer is lost is not repeated, so that there is never a
 * second snapshot.
 *
 * @example
 * await createSnapshot({ volumeId }, { wait: { onProgress: ({ state }) => console.log(state) } });
 * @throws {NotFoundError} there is no such volume in this region.
 * @throws {QuotaExceededError} too many snapshots, or too many at once.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSnapshot.html
 */
export const createSnapshot: WaitableOperation<
  string | CreateSnapshotInput,
  Snapshot,
  Snapshot,
  { on: 'snapshotId' | 'volumeId'; with: 'tags' }
> = operation(() => ({
  name: 'createSnapshot',
  service: ec2,
  command: CreateSnapshotCommand,
  permissions: [
    { action: 'ec2:CreateSnapshot', resources: ['snapshot', 'volume'] },
    {
      action: 'ec2:CreateTags',
      resources: ['snapshot'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateSnapshot' } },
      with: 'tags',
    },
  ],
  key: 'volumeId',
  input: input<CreateSnapshotInput>({
    volumeId: volumeId(),
    description: z.optional(text(0, 255)),
    tags: z.optional(tagRecord()),
  }),
  output: snapshot(),
  request: ({ volumeId, tags }) => ({ VolumeId: volumeId, TagSpecifications: toTagSpecifications(tags, 'snapshot') }),
  repeatable: false,
  creates: ({ snapshotId }) => [snapshotId],
  uses: [describeSnapshot],
  wait: ({ snapshotId }, options) => waitForSnapshot({ snapshotId, state: 'completed' }, options),
}));
