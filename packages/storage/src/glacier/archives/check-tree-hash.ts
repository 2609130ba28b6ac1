import { UnexpectedResponseError } from '@arch/core';

import type { RetrievedArchive } from './retrieved-archive.js';

/** Throws an error if a complete archive does not have the tree hash that Glacier stores. Returns how the archive is verified. */
export const checkTreeHash = (
  operation: string,
  { archiveId: id, treeHash }: Omit<RetrievedArchive, 'sizeBytes'>,
  found: string,
): 'tree-hash' | 'length' => {
  // Glacier stores none for a range of an archive that no tree hash covers.
  if (treeHash === undefined) return 'length';
  if (found === treeHash.toLowerCase()) return 'tree-hash';
  throw new UnexpectedResponseError(
    `${operation}: the received archive ${id} is damaged: its SHA-256 tree hash is ${found}, but Glacier stores ${treeHash}. Call again.`,
    { operation, resource: 'archive', id, retryable: true },
  );
};
