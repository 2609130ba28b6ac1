import { NotFoundError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { waitForVaultJob } from '../../jobs/index.js';
import { requestVaultArchive } from '../request-vault-archive.js';
import type { ArchiveCopy, ArchiveWithKey, SharedByArchives } from './archive-copy.js';
import { isCopied } from './is-copied.js';
import { uploadCopy } from './upload-copy.js';
import type { CopiedArchive } from './vault-copy.js';

/** Retrieves an archive and copies it. Returns `undefined` if its copy exists already. */
export const copyArchive = async (
  copy: ArchiveCopy,
  archive: ArchiveWithKey,
  shared: SharedByArchives,
): Promise<CopiedArchive | undefined> => {
  const { options } = shared;
  if (await isCopied(copy.bucket, archive, options)) return undefined;
  const known = copy.jobs.get(archive.archiveId);
  if (known === undefined) return copyOutput(copy, archive, await requestJob(copy, archive, options), shared);
  try {
    return await copyOutput(copy, archive, known, shared);
  } catch (error) {
    // AWS may list a job whose output it has deleted.
    if (!(error instanceof NotFoundError) || error.resource !== 'job') throw error;
    return copyOutput(copy, archive, await requestJob(copy, archive, options), shared);
  }
};

const requestJob = async (
  { vaultName, accountId, tier = 'Bulk' }: ArchiveCopy,
  { archiveId }: ArchiveWithKey,
  options: CallOptions,
): Promise<string> => (await requestVaultArchive({ vaultName, accountId, archiveId, tier }, options)).jobId;

/** Waits for a job, and copies its output. */
const copyOutput = async (
  copy: ArchiveCopy,
  archive: ArchiveWithKey,
  jobId: string,
  { slots, onBytes, options }: SharedByArchives,
): Promise<CopiedArchive> => {
  const { vaultName, accountId, pollMs } = copy;
  await waitForVaultJob({ vaultName, accountId, jobId, state: 'succeeded' }, { ...options, pollMs });
  await slots.take(1, options.signal);
  try {
    return await uploadCopy(copy, { ...archive, jobId, onBytes }, options);
  } finally {
    slots.give(1);
  }
};
