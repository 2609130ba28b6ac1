import { asStepOf, type CallOptions } from '@arch/core/builder';

import type { InventoriedArchive } from '../../inventories/index.js';
import { piecesOf, treeHasher } from '../../tree-hash.js';
import type { VaultJobReference } from '../../vault-job-reference.js';
import { archiveParts } from '../archive-parts.js';
import { checkTreeHash } from '../check-tree-hash.js';

/** The ranges that are requested ahead. */
const ranges = { partSizeBytes: 8_388_608, concurrency: 4 };

/** Yields a retrieved archive in verified ranges. Throws after the last one unless the whole has the tree hash of the inventory. */
export async function* archiveContent(
  { archiveId, sizeBytes, sha256TreeHash: treeHash }: InventoriedArchive,
  job: VaultJobReference,
  options: CallOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hasher = treeHasher();
  try {
    for await (const part of archiveParts({ ...job, ...ranges }, sizeBytes, options)) {
      hasher.add(piecesOf(part));
      yield part;
    }
    checkTreeHash('copyVaultToBucket', { archiveId, treeHash }, hasher.digest());
  } catch (error) {
    // An upload passes the errors of its stream unchanged, so they must already name the function of the caller.
    throw asStepOf({ name: 'copyVaultToBucket', signal: options.signal }, error);
  }
}
