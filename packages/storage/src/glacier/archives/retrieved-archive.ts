import { ConflictError, InvalidInputError } from '@arch/core';
import { type CallOptions, z } from '@arch/core/builder';

import { describeVaultJob } from '../jobs/index.js';
import type { VaultJobReference } from '../vault-job-reference.js';
import { pieceBytes } from '../tree-hash.js';

/** The settings of a read in parts. */
export interface ArchivePartSettings {
  /** The size of a part in bytes, a power of two MiB up to 256 MiB: Glacier sends a checksum of each such part. Default: 16 MiB. */
  readonly partSizeBytes?: number | undefined;
  /** The maximum number of parts in memory or in progress at the same time, 1–32. Default: 4. */
  readonly concurrency?: number | undefined;
}

/** The defaults of {@link ArchivePartSettings}. */
export const usualPartBytes = 16_777_216;
export const usualConcurrency = 4;

/** Checks the members of {@link ArchivePartSettings}. */
export const archivePartSettings = (): {
  partSizeBytes: z.ZodMiniType<number | undefined>;
  concurrency: z.ZodMiniType<number | undefined>;
} => ({
  partSizeBytes: z.optional(
    z.int().check(
      z.refine((bytes) => bytes >= pieceBytes && bytes <= 256 * pieceBytes && Number.isInteger(Math.log2(bytes)), {
        error: '1, 2, 4, 8, 16, 32, 64, 128 or 256 MiB in bytes',
      }),
    ),
  ),
  concurrency: z.optional(z.int().check(z.gte(1), z.lte(32))),
});

/** An archive, or a part of one, that a job has prepared for reading. */
export interface RetrievedArchive {
  readonly archiveId: string;
  readonly sizeBytes: number;
  /** The tree hash of the retrieved bytes. Absent if no tree hash covers them. */
  readonly treeHash: string | undefined;
}

/** Returns the size and the tree hash of a job's archive. Throws an error if the job has not succeeded or is about an inventory. */
export const describeRetrieved = async (
  operation: string,
  job: VaultJobReference,
  options: CallOptions,
): Promise<RetrievedArchive> => {
  const { jobId, vaultName, accountId } = job;
  const described = await describeVaultJob({ vaultName, accountId, jobId }, options);
  const { action, archiveId, statusCode, statusMessage, sha256TreeHash: treeHash } = described;
  if (action !== 'ArchiveRetrieval' || archiveId === undefined)
    throw new InvalidInputError(
      `${operation}: jobId must be a job of requestVaultArchive (job ${jobId} has the action ${action}). Read an inventory with getVaultInventory.`,
      { operation },
    );
  if (statusCode !== 'Succeeded') {
    const reason = statusMessage === undefined ? '' : ` (${statusMessage})`;
    const remedy = statusCode === 'Failed' ? 'Request the archive again' : 'Wait for it with waitForVaultJob first';
    throw new ConflictError(`${operation}: job ${jobId} in vault ${vaultName} is ${statusCode}${reason}. ${remedy}.`, {
      operation,
      resource: 'job',
      id: jobId,
    });
  }
  return { archiveId, sizeBytes: sizeOf(described), treeHash };
};

const sizeOf = ({
  retrievalByteRange,
  archiveSizeInBytes = 0,
}: {
  readonly retrievalByteRange?: string | undefined;
  readonly archiveSizeInBytes?: number | undefined;
}): number => {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(retrievalByteRange ?? '') ?? [];
  return end === undefined ? archiveSizeInBytes : Number(end) + 1 - Number(start);
};
