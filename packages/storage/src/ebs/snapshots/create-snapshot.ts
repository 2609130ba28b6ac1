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
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /** A description of the snapshot, at most 255 characters. */
  readonly description?: string | undefined;
  /** Tags of the snapshot, at most 50. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a snapshot with the content that the volume has now. The volume can be used during the creation. With `wait: true` the call
 * resolves when the snapshot is complete, and `onProgress` receives the percentage. AWS has no idempotency token for this operation, so a
 * request whose response is lost is not retried.
 *
 * @example
 * await createSnapshot({ volumeId }, { wait: { onProgress: ({ state }) => console.log(state) } });
 * @throws {NotFoundError} there is no such volume in this region.
 * @throws {QuotaExceededError} the account has reached its quota of snapshots, or of pending snapshots.
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
