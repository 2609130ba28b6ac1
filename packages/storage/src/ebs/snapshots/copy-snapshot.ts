import {
  type AwsInput,
  input,
  notFound,
  operation,
  tagRecord,
  type Tags,
  text,
  toTagSpecifications,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { CopySnapshotCommand } from '@aws-sdk/client-ec2';

import { copiedSnapshot, type CopiedSnapshot } from './copied-snapshot.js';
import { describeSnapshot } from './describe-snapshot.js';
import type { Snapshot } from './snapshot.js';
import { waitForSnapshot } from './wait-for-snapshot.js';

export interface CopySnapshotInput extends AwsInput {
  /** The region of the snapshot, e.g. `eu-west-1`. The copy is in the session's region, or in `region` of the options. */
  readonly sourceRegion: string;
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`, of this account or shared with it. It must be `completed`. */
  readonly sourceSnapshotId: string;
  /** A description of the copy, at most 255 characters. AWS does not copy the description. */
  readonly description?: string | undefined;
  /** Whether AWS encrypts the copy of an unencrypted snapshot. The copy of an encrypted snapshot is always encrypted. Default: `true`. */
  readonly encrypted?: boolean | undefined;
  /** The KMS key of the copy in its region: ID, alias or ARN. Default that AWS applies: the account's default key for EBS. */
  readonly kmsKeyId?: string | undefined;
  /** The time in which AWS must complete the copy, in minutes: a multiple of 15, 15–2,880. AWS charges for it. Default: no guarantee. */
  readonly completionDurationMinutes?: number | undefined;
  /** Tags of the copy, at most 50. AWS does not copy the tags. */
  readonly tags?: Tags | undefined;
}

/**
 * Copies a snapshot to the session's region, by default encrypted. The account can copy up to 20 snapshots to a region at the same time. With
 * `wait: true` the call resolves when the copy is complete, and `onProgress` receives the percentage. AWS checks the KMS key later: with a wrong
 * key the copy ends in state `error`. AWS has no idempotency token for this operation, so a request whose response is lost is not retried.
 *
 * @example
 * const copy = { sourceRegion: 'eu-west-1', sourceSnapshotId: 'snap-0123456789abcdef0' };
 * const { snapshotId } = await copySnapshot(copy, { region: 'eu-central-1', wait: { timeoutMs: 3 * 3_600_000 } });
 * @throws {NotFoundError} there is no such snapshot in `sourceRegion`.
 * @throws {ConflictError} the snapshot is not complete.
 * @throws {QuotaExceededError} the account is copying its maximum number of snapshots to the region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html
 */
export const copySnapshot: WaitableOperation<
  CopySnapshotInput,
  CopiedSnapshot,
  Snapshot,
  { on: 'snapshotId'; with: 'tags' }
> = operation(() => ({
  name: 'copySnapshot',
  service: ec2,
  command: CopySnapshotCommand,
  permissions: [
    { action: 'ec2:CopySnapshot', resources: ['snapshot'] },
    {
      action: 'ec2:CreateTags',
      resources: ['snapshot'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CopySnapshot' } },
      with: 'tags',
    },
  ],
  input: input<CopySnapshotInput>({
    sourceRegion: z.string().check(z.regex(/^[a-z]{2,}(?:-[a-z]+)+-\d+$/, 'a region such as eu-west-1')),
    sourceSnapshotId: snapshotId(),
    description: z.optional(text(0, 255)),
    encrypted: z.optional(z.boolean()),
    kmsKeyId: z.optional(text(1, 2_048)),
    completionDurationMinutes: z.optional(z.int().check(z.gte(15), z.lte(2_880), z.multipleOf(15))),
    tags: z.optional(tagRecord()),
  }).check(
    z.refine(({ encrypted, kmsKeyId }) => encrypted !== false || kmsKeyId === undefined, {
      path: ['encrypted'],
      error: 'true with a kmsKeyId',
    }),
  ),
  output: copiedSnapshot(),
  // AWS does not accept `false`: an encrypted snapshot cannot become unencrypted.
  request: ({ sourceRegion, sourceSnapshotId, encrypted = true, tags }) => ({
    SourceRegion: sourceRegion,
    SourceSnapshotId: sourceSnapshotId,
    Encrypted: encrypted || undefined,
    TagSpecifications: toTagSpecifications(tags, 'snapshot'),
  }),
  repeatable: false,
  creates: ({ snapshotId }) => [snapshotId],
  errors: {
    'InvalidSnapshot.NotFound': notFound({
      resource: 'snapshot',
      member: 'sourceSnapshotId',
      remedy: 'Check sourceRegion, and whether the snapshot is shared with this account.',
    }),
  },
  uses: [describeSnapshot],
  wait: ({ snapshotId }, options) => waitForSnapshot({ snapshotId, state: 'completed' }, options),
}));
