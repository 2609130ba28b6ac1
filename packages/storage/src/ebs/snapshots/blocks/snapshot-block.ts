import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { Block$, ChangedBlock$ } from '@aws-sdk/client-ebs';

/** Checks the index of a block, 0–134,217,727: a volume has at most 64 TiB. */
export const blockIndex = (): z.ZodMiniType<number> => z.int().check(z.gte(0), z.lte(134_217_727));

/** A block of a snapshot that contains data. https://docs.aws.amazon.com/ebs/latest/APIReference/API_Block.html */
export interface SnapshotBlock extends AwsResource {
  /** The index of the block: its position in the volume in units of 512 KiB. */
  readonly blockIndex: number;
  /** The token with which `getSnapshotBlock` reads the block. It expires after seven days. */
  readonly blockToken: string;
}

/** Parses one `Block` structure. */
export const snapshotBlock = (): Schema<SnapshotBlock> =>
  resource<SnapshotBlock>(Block$, { blockIndex: z.number(), blockToken: z.string() });

/** A block in which two snapshots differ. https://docs.aws.amazon.com/ebs/latest/APIReference/API_ChangedBlock.html */
export interface ChangedBlock extends AwsResource {
  /** The index of the block: its position in the volume in units of 512 KiB. */
  readonly blockIndex: number;
  /** The token of the block in the first snapshot. Absent if the block contains no data there. */
  readonly firstBlockToken?: string | undefined;
  /** The token of the block in the second snapshot. Absent if the block contains no data there. */
  readonly secondBlockToken?: string | undefined;
}

/** Parses one `ChangedBlock` structure. */
export const changedBlock = (): Schema<ChangedBlock> =>
  resource<ChangedBlock>(ChangedBlock$, {
    blockIndex: z.number(),
    firstBlockToken: optionalString(),
    secondBlockToken: optionalString(),
  });
