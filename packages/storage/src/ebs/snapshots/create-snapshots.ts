import {
  type AwsInput,
  type CallOptions,
  each,
  input,
  operation,
  tagRecord,
  type Tags,
  text,
  toTagSpecifications,
  type WaitableOperation,
  type WaitOptions,
  z,
} from '@arch/core/builder';
import { ec2, instanceId, volumeId } from '@arch/services/ec2';
import { CreateSnapshotsCommand } from '@aws-sdk/client-ec2';

import { describeSnapshot } from './describe-snapshot.js';
import { newSnapshot, type NewSnapshot } from './new-snapshot.js';
import type { Snapshot } from './snapshot.js';
import { waitForSnapshot } from './wait-for-snapshot.js';

export interface CreateSnapshotsInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** `true` omits the root volume. Default: `false`. */
  readonly excludeBootVolume?: boolean | undefined;
  /** The IDs of volumes that are omitted, 1–40. For the root volume, use `excludeBootVolume`. Default: none. */
  readonly excludeDataVolumeIds?: readonly string[] | undefined;
  /** A description of all snapshots, at most 255 characters. */
  readonly description?: string | undefined;
  /** `volume` copies the tags of each volume to its snapshot. Default: no tags are copied. */
  readonly copyTagsFromSource?: 'volume' | undefined;
  /** Tags of all snapshots, at most 50. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates snapshots of all volumes of an instance with the content of the same moment. The instance can be used during the creation. With
 * `wait: true` the call resolves when all snapshots are complete, and `onProgress` receives the ID and the percentage of each. AWS has no
 * idempotency token for this operation, so a request whose response is lost is not retried.
 *
 * @example
 * const snapshots = await createSnapshots({ instanceId, copyTagsFromSource: 'volume' }, { wait: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {QuotaExceededError} the account has reached its quota of snapshots, or of pending snapshots.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSnapshots.html
 */
export const createSnapshots: WaitableOperation<
  string | CreateSnapshotsInput,
  readonly NewSnapshot[],
  readonly Snapshot[],
  { on: 'instanceId' | 'snapshotId' | 'volumeId'; with: 'copyTagsFromSource' | 'tags' }
> = operation(() => ({
  name: 'createSnapshots',
  service: ec2,
  command: CreateSnapshotsCommand,
  permissions: [
    { action: 'ec2:CreateSnapshots', resources: ['instance', 'snapshot', 'volume'] },
    ...(['copyTagsFromSource', 'tags'] as const).map((member) => ({
      action: 'ec2:CreateTags',
      resources: ['snapshot'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateSnapshots' } },
      with: member,
    })),
  ],
  key: 'instanceId',
  input: input<CreateSnapshotsInput>({
    instanceId: instanceId(),
    excludeBootVolume: z.optional(z.boolean()),
    excludeDataVolumeIds: z.optional(z.array(volumeId()).check(z.minLength(1), z.maxLength(40))),
    description: z.optional(text(0, 255)),
    copyTagsFromSource: z.optional(z.literal('volume')),
    tags: z.optional(tagRecord()),
  }),
  output: each(newSnapshot()),
  request: ({ instanceId, excludeBootVolume, excludeDataVolumeIds, tags }) => ({
    InstanceSpecification: {
      InstanceId: instanceId,
      ExcludeBootVolume: excludeBootVolume,
      ExcludeDataVolumeIds: excludeDataVolumeIds && [...excludeDataVolumeIds],
    },
    TagSpecifications: toTagSpecifications(tags, 'snapshot'),
  }),
  select: ({ Snapshots }) => Snapshots,
  repeatable: false,
  creates: (snapshots) => snapshots.map(({ snapshotId }) => snapshotId),
  uses: [describeSnapshot],
  wait: (snapshots, options) => Promise.all(snapshots.map(({ snapshotId }) => waitForOne(snapshotId, options))),
}));

const waitForOne = (snapshotId: string, options: CallOptions & WaitOptions): Promise<Snapshot> => {
  const { onProgress } = options;
  const named =
    onProgress &&
    ((progress: Parameters<typeof onProgress>[0]): void =>
      onProgress({ ...progress, state: `${snapshotId}: ${progress.state}` }));
  return waitForSnapshot({ snapshotId, state: 'completed' }, { ...options, onProgress: named });
};
