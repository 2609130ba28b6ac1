import { UnexpectedResponseError } from '@arch/core';
import { asIs, type AwsInput, input, operation, type Operation, secret, text } from '@arch/core/builder';
import { ebs } from '@arch/services/ebs';
import { snapshotId } from '@arch/services/ec2';
import { GetSnapshotBlockCommand } from '@aws-sdk/client-ebs';

import { blockDigest } from '../../block-digest.js';
import { blockIndex } from './snapshot-block.js';

export interface GetSnapshotBlockInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The index of the block: its position in the volume in units of 512 KiB. */
  readonly blockIndex: number;
  /** The token of the block from `listSnapshotBlocks` or `listChangedBlocks`. */
  readonly blockToken: string;
}

/**
 * Reads the data of one block of a snapshot, 512 KiB, and verifies it with AWS's SHA-256 checksum. An encrypted snapshot requires permission to
 * use its KMS key.
 *
 * @example
 * const { blockIndex, blockToken } = (await listSnapshotBlocks({ snapshotId }).first())!;
 * const data = await getSnapshotBlock({ snapshotId, blockIndex, blockToken });
 * @throws {NotFoundError} there is no such snapshot or block in this region.
 * @throws {UnexpectedResponseError} the received data does not match the checksum.
 * @see https://docs.aws.amazon.com/ebs/latest/APIReference/API_GetSnapshotBlock.html
 */
export const getSnapshotBlock: Operation<GetSnapshotBlockInput, Uint8Array, { on: 'snapshotId' }> = operation(() => ({
  name: 'getSnapshotBlock',
  service: ebs,
  command: GetSnapshotBlockCommand,
  permissions: [{ action: 'ebs:GetSnapshotBlock', resources: ['snapshot'] }],
  input: input<GetSnapshotBlockInput>({
    snapshotId: snapshotId(),
    blockIndex: blockIndex(),
    blockToken: secret(text(1, 256)),
  }),
  output: asIs<Uint8Array>(),
  select: readBlock,
}));

interface BlockResponse {
  readonly BlockData?: { transformToByteArray(): Promise<Uint8Array> } | undefined;
  readonly Checksum?: string | undefined;
  readonly DataLength?: number | undefined;
}

const readBlock = async (
  { BlockData, Checksum, DataLength }: BlockResponse,
  { snapshotId: id, blockIndex }: GetSnapshotBlockInput,
): Promise<Uint8Array> => {
  const data = (await BlockData?.transformToByteArray()) ?? new Uint8Array();
  const problem = problemOf(data, Checksum, DataLength);
  if (problem === undefined) return data;
  throw new UnexpectedResponseError(
    `getSnapshotBlock: the received data of block ${blockIndex} of ${id} is damaged: ${problem}. Call again.`,
    { operation: 'getSnapshotBlock', resource: 'snapshot', id, retryable: true },
  );
};

const problemOf = (data: Uint8Array, checksum: string | undefined, length: number | undefined): string | undefined => {
  if (length !== undefined && length !== data.byteLength)
    return `its length is ${data.byteLength}, but the length that EBS reports is ${length}`;
  if (checksum === undefined) return 'EBS sent no checksum';
  const found = blockDigest(data).toString('base64');
  return found === checksum ? undefined : `its SHA256 is ${found}, but the SHA256 that EBS stores is ${checksum}`;
};
