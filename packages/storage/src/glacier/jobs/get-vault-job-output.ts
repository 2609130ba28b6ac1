import { UnexpectedResponseError } from '@arch/core';
import { asIs, input, operation, type Operation, z } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { GetJobOutputCommand } from '@aws-sdk/client-glacier';

import { treeHashOf } from '../tree-hash.js';
import { toVault } from '../vault-reference.js';
import { type VaultJobReference, vaultJobReference } from '../vault-job-reference.js';

/** A range of bytes in the output of a job. */
export interface VaultJobRange {
  /** The first byte, counted from 0. */
  readonly start: number;
  /** The last byte; included in the range. */
  readonly end: number;
}

export interface GetVaultJobOutputInput extends VaultJobReference {
  /**
   * The bytes to read. Glacier sends a checksum of a range of an archive if it starts and ends at a multiple of 1 MiB, or ends with the archive,
   * and if its length is a power of two MiB. Default: the whole output.
   */
  readonly range?: VaultJobRange | undefined;
}

/**
 * Reads the output of a job, or a range of it, as bytes. The whole result is in memory: read a large archive with `readVaultArchive` or
 * `downloadVaultArchive`. The content is verified with the SHA-256 tree hash that Glacier sends; Glacier sends none for inventories. The older
 * Glacier service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * const firstMiB = await getVaultJobOutput({ vaultName: 'photos', jobId, range: { start: 0, end: 1_048_575 } });
 * @throws {NotFoundError} there is no such vault in this region, or no such job; AWS forgets a job at the earliest 24 hours after its end.
 * @throws {ConflictError} the job is still in progress.
 * @throws {UnexpectedResponseError} the received content does not match its checksum or the range.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-job-output-get.html
 */
export const getVaultJobOutput: Operation<GetVaultJobOutputInput, Uint8Array, { on: 'vaultName' }> = operation(() => ({
  name: 'getVaultJobOutput',
  service: glacier,
  command: GetJobOutputCommand,
  permissions: [{ action: 'glacier:GetJobOutput', resources: ['vault'] }],
  input: input<GetVaultJobOutputInput>({
    ...vaultJobReference(),
    range: z.optional(
      z
        .strictObject({ start: z.int().check(z.gte(0)), end: z.int().check(z.gte(0)) })
        .check(z.refine(({ start, end }) => start <= end, { error: 'a range whose end is not before its start' })),
    ),
  }),
  output: asIs<Uint8Array>(),
  request: ({ jobId, range, ...vault }) => ({
    ...toVault(vault),
    jobId,
    range: range && `bytes=${range.start}-${range.end}`,
  }),
  select: readOutput,
}));

interface OutputResponse {
  readonly body?: { transformToByteArray(): Promise<Uint8Array> } | undefined;
  readonly checksum?: string | undefined;
}

const readOutput = async (
  { body, checksum }: OutputResponse,
  { jobId: id, range }: GetVaultJobOutputInput,
): Promise<Uint8Array> => {
  const data = (await body?.transformToByteArray()) ?? new Uint8Array();
  const problem = problemOf(data, checksum, range);
  if (problem === undefined) return data;
  throw new UnexpectedResponseError(
    `getVaultJobOutput: the received output of job ${id} is damaged: ${problem}. Call again.`,
    { operation: 'getVaultJobOutput', resource: 'job', id, retryable: true },
  );
};

const problemOf = (
  data: Uint8Array,
  checksum: string | undefined,
  range: VaultJobRange | undefined,
): string | undefined => {
  const expected = range && range.end + 1 - range.start;
  if (expected !== undefined && expected !== data.byteLength)
    return `its length is ${data.byteLength}, but the length of the range is ${expected}`;
  // Glacier sends no checksum for inventories, and for ranges that no tree hash covers.
  if (!checksum) return undefined;
  const found = treeHashOf(data);
  return found === checksum.toLowerCase()
    ? undefined
    : `its SHA-256 tree hash is ${found}, but the tree hash that Glacier sent is ${checksum}`;
};
