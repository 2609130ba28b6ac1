import {
  type AwsInput,
  input,
  operation,
  optionalString,
  resource,
  type Schema,
  text,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { ebs } from '@arch/services/ebs';
import { snapshotId } from '@arch/services/ec2';
import { CompleteSnapshotCommand, CompleteSnapshotResponse$ } from '@aws-sdk/client-ebs';

import { describeSnapshot, type Snapshot, waitForSnapshot } from '../index.js';

export interface CompleteSnapshotInput extends AwsInput {
  /** The ID of the snapshot from `startSnapshot`. */
  readonly snapshotId: string;
  /** The number of blocks that were written. */
  readonly changedBlocksCount: number;
  /**
   * The SHA-256 of the SHA-256 checksums (32 bytes each, not in Base64) of all written blocks in the order of their indexes, in Base64. Default:
   * AWS does not verify the blocks together.
   */
  readonly checksum?: string | undefined;
}

/** A snapshot that AWS is completing. */
export interface CompletingSnapshot {
  /** The status of the snapshot: `pending`, `completed` or `error`. */
  readonly status?: string | undefined;
}

/**
 * Completes a snapshot after all its blocks are written. No block can be written afterwards. With `wait: true` the call resolves when the
 * snapshot can be used.
 *
 * @example
 * await completeSnapshot({ snapshotId, changedBlocksCount: 16_384 }, { wait: true });
 * @throws {NotFoundError} there is no such snapshot in this region, or it is already completed.
 * @throws {InvalidRequestError} the number of blocks or the checksum does not match the written blocks.
 * @see https://docs.aws.amazon.com/ebs/latest/APIReference/API_CompleteSnapshot.html
 */
export const completeSnapshot: WaitableOperation<
  CompleteSnapshotInput,
  CompletingSnapshot,
  Snapshot,
  { on: 'snapshotId' }
> = operation(() => ({
  name: 'completeSnapshot',
  service: ebs,
  command: CompleteSnapshotCommand,
  repeatable: 'refused',
  permissions: [{ action: 'ebs:CompleteSnapshot', resources: ['snapshot'] }],
  key: 'snapshotId',
  input: input<CompleteSnapshotInput>({
    snapshotId: snapshotId(),
    changedBlocksCount: z.int().check(z.gte(0), z.lte(134_217_728)),
    checksum: z.optional(text(1, 64)),
  }),
  output: completingSnapshot(),
  request: ({ snapshotId, changedBlocksCount, checksum }) => ({
    SnapshotId: snapshotId,
    ChangedBlocksCount: changedBlocksCount,
    ...(checksum !== undefined && {
      ChecksumAlgorithm: 'SHA256' as const,
      ChecksumAggregationMethod: 'LINEAR' as const,
    }),
  }),
  uses: [describeSnapshot],
  wait: (_output, options, { snapshotId }) => waitForSnapshot({ snapshotId, state: 'completed' }, options),
}));

const completingSnapshot = (): Schema<CompletingSnapshot> =>
  resource<CompletingSnapshot>(CompleteSnapshotResponse$, { status: optionalString() });
