import {
  type AwsInput,
  input,
  operation,
  type Operation,
  optionalString,
  resource,
  type Schema,
  secret,
  z,
} from '@arch/core/builder';
import { ebs } from '@arch/services/ebs';
import { snapshotId } from '@arch/services/ec2';
import { PutSnapshotBlockCommand, PutSnapshotBlockResponse$ } from '@aws-sdk/client-ebs';

import { blockDigest } from '../../block-digest.js';
import { blockBytes } from '../../block-bytes.js';
import { blockIndex } from './snapshot-block.js';

export interface PutSnapshotBlockInput extends AwsInput {
  /** The ID of the snapshot from `startSnapshot`. */
  readonly snapshotId: string;
  /** The index of the block: its position in the volume in units of 512 KiB. */
  readonly blockIndex: number;
  /** The data of the block, exactly 524,288 bytes. */
  readonly blockData: Uint8Array;
  /** How much of the snapshot is written, in percent, 0–100. AWS shows it. */
  readonly progress?: number | undefined;
}

/** A block that was written. */
export interface WrittenBlock {
  /** The SHA-256 checksum that EBS has computed of the data, in Base64. */
  readonly checksum?: string | undefined;
}

/**
 * Writes one block to a snapshot that `startSnapshot` has started. AWS verifies the data with a SHA-256 checksum. A block that is written again
 * is replaced.
 *
 * @example
 * await putSnapshotBlock({ snapshotId, blockIndex: 0, blockData: new Uint8Array(524_288) });
 * @throws {NotFoundError} there is no such snapshot in this region, or it is already completed.
 * @see https://docs.aws.amazon.com/ebs/latest/APIReference/API_PutSnapshotBlock.html
 */
export const putSnapshotBlock: Operation<PutSnapshotBlockInput, WrittenBlock, { on: 'snapshotId' }> = operation(() => ({
  name: 'putSnapshotBlock',
  service: ebs,
  command: PutSnapshotBlockCommand,
  repeatable: true,
  permissions: [{ action: 'ebs:PutSnapshotBlock', resources: ['snapshot'] }],
  key: 'snapshotId',
  input: input<PutSnapshotBlockInput>({
    snapshotId: snapshotId(),
    blockIndex: blockIndex(),
    blockData: secret(
      z
        .instanceof(Uint8Array)
        .check(z.refine((data) => data.byteLength === blockBytes, { error: 'a block of 524,288 bytes' })),
    ),
    progress: z.optional(z.int().check(z.gte(0), z.lte(100))),
  }),
  output: writtenBlock(),
  request: ({ snapshotId, blockIndex, blockData }) => ({
    SnapshotId: snapshotId,
    BlockIndex: blockIndex,
    BlockData: blockData,
    DataLength: blockData.byteLength,
    Checksum: blockDigest(blockData).toString('base64'),
    ChecksumAlgorithm: 'SHA256' as const,
  }),
}));

const writtenBlock = (): Schema<WrittenBlock> =>
  resource<WrittenBlock>(PutSnapshotBlockResponse$, { checksum: optionalString() });
