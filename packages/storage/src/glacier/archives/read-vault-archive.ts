import { checkAwsMembers, input, stream, type StreamOperation } from '@arch/core/builder';
import { GetJobOutputCommand } from '@aws-sdk/client-glacier';

import { describeVaultJob, getVaultJobOutput } from '../jobs/index.js';
import { piecesOf, treeHasher } from '../tree-hash.js';
import { type VaultJobReference, vaultJobReference } from '../vault-job-reference.js';
import { archiveParts } from './archive-parts.js';
import { checkTreeHash } from './check-tree-hash.js';
import { type ArchivePartSettings, archivePartSettings, describeRetrieved } from './retrieved-archive.js';

export interface ReadVaultArchiveInput extends VaultJobReference, ArchivePartSettings {}

/**
 * Reads an archive that `requestVaultArchive` has prepared, as a stream of parts in their order. Each part is verified with the SHA-256 tree hash
 * that Glacier sends, and requested again if it arrives damaged or incomplete; after the last part, the whole archive is verified. The older
 * Glacier service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * await pipeline(readVaultArchive({ vaultName: 'photos', jobId }), createWriteStream('photos.tar'));
 * @throws {NotFoundError} there is no such vault in this region, or no such job; AWS forgets a job at the earliest 24 hours after its end.
 * @throws {ConflictError} the job is still in progress, or has failed.
 * @throws {UnexpectedResponseError} a part arrived damaged three times, or the archive does not have its tree hash.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/downloading-an-archive-two-steps.html
 */
export const readVaultArchive: StreamOperation<ReadVaultArchiveInput, Uint8Array, { on: 'vaultName' }> = stream(() => ({
  name: 'readVaultArchive',
  input: input<ReadVaultArchiveInput>({ ...vaultJobReference(), ...archivePartSettings() }),
  uses: [describeVaultJob, getVaultJobOutput],
  async *items(members, options) {
    checkAwsMembers('readVaultArchive', GetJobOutputCommand, members.aws);
    const retrieved = await describeRetrieved('readVaultArchive', members, options);
    const hasher = treeHasher();
    for await (const part of archiveParts(members, retrieved.sizeBytes, options)) {
      hasher.add(piecesOf(part));
      yield part;
    }
    checkTreeHash('readVaultArchive', retrieved, hasher.digest());
  },
}));
