import type { CallOptions } from '@arch/core/builder';

import { listVaultJobs, type VaultJob } from '../../jobs/index.js';
import type { VaultReference } from '../../vault-reference.js';

/** The jobs of a vault that a copy can use instead of new ones. */
export interface VaultJobs {
  /** The ID of the job for the inventory. */
  readonly inventory: string | undefined;
  /** The IDs of the jobs for archives, by the ID of the archive. */
  readonly archives: ReadonlyMap<string, string>;
}

/** The description of the job for an inventory: another inventory may contain only a part of the archives. */
export const inventoryDescription = 'The inventory for copyVaultToBucket';

/** Finds the jobs in progress and those whose output still exists. A job that has succeeded comes before one in progress. */
export const findVaultJobs = async (vault: VaultReference, options: CallOptions): Promise<VaultJobs> => {
  const found = new Map<string, VaultJob>();
  for await (const job of listVaultJobs(vault, options)) {
    const purpose = purposeOf(job);
    if (purpose === undefined || job.statusCode === 'Failed') continue;
    const known = found.get(purpose);
    if (!known || isBetter(job, known)) found.set(purpose, job);
  }
  const inventory = found.get(inventoryDescription)?.jobId;
  found.delete(inventoryDescription);
  return { inventory, archives: new Map([...found].map(([archiveId, { jobId }]) => [archiveId, jobId])) };
};

const purposeOf = (job: VaultJob): string | undefined => {
  const { action, archiveId, jobDescription } = job;
  if (action === 'ArchiveRetrieval') return isWhole(job) ? archiveId : undefined;
  return jobDescription === inventoryDescription ? inventoryDescription : undefined;
};

const isWhole = ({ retrievalByteRange, archiveSizeInBytes = 0 }: VaultJob): boolean =>
  retrievalByteRange === undefined || retrievalByteRange === `0-${archiveSizeInBytes - 1}`;

const isBetter = (job: VaultJob, known: VaultJob): boolean =>
  job.completed === known.completed ? job.creationDate > known.creationDate : job.completed;
