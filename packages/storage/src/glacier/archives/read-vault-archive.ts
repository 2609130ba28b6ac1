import { type CallOptions, checkAwsMembers, input, stream, type StreamOperation } from '@arch/core/builder';
import { GetJobOutputCommand } from '@aws-sdk/client-glacier';

import { rangesOf } from '../../s3/ranges.js';
import { describeVaultJob, getVaultJobOutput } from '../jobs/index.js';
import { piecesOf } from '../tree-hash.js';
import { type VaultJobReference, vaultJobReference } from '../vault-job-reference.js';
import { checkTreeHash } from './check-tree-hash.js';
import { fetchPart } from './fetch-part.js';
import {
  type ArchivePartSettings,
  archivePartSettings,
  describeRetrieved,
  usualConcurrency,
  usualPartBytes,
} from './retrieved-archive.js';

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
    const pieces: Buffer[] = [];
    for await (const part of partsOf(members, retrieved.sizeBytes, options)) {
      pieces.push(...piecesOf(part));
      yield part;
    }
    checkTreeHash('readVaultArchive', retrieved, pieces);
  },
}));

async function* partsOf(
  { partSizeBytes = usualPartBytes, concurrency = usualConcurrency, ...job }: ReadVaultArchiveInput,
  sizeBytes: number,
  options: CallOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const inProgress: Promise<Uint8Array>[] = [];
  for await (const range of rangesOf(sizeBytes, partSizeBytes)) {
    const part = fetchPart({ ...job, range }, options);
    // An error is thrown when the consumer reaches the part. Until then it must not count as unhandled.
    part.catch(() => undefined);
    inProgress.push(part);
    if (inProgress.length >= concurrency) yield await inProgress.shift()!;
  }
  while (inProgress.length > 0) yield await inProgress.shift()!;
}
