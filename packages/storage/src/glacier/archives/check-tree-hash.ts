import { UnexpectedResponseError } from '@arch/core';

import { combinePieces, piecesOf } from '../tree-hash.js';
import type { RetrievedArchive } from './retrieved-archive.js';

/** Throws an error if the pieces of a complete archive do not have the tree hash that Glacier stores. Returns how the archive is verified. */
export const checkTreeHash = (
  operation: string,
  { archiveId: id, treeHash }: RetrievedArchive,
  pieces: readonly Buffer[],
): 'tree-hash' | 'length' => {
  // Glacier stores none for a range of an archive that no tree hash covers.
  if (treeHash === undefined) return 'length';
  const found = combinePieces(pieces.length > 0 ? pieces : piecesOf(new Uint8Array()));
  if (found === treeHash.toLowerCase()) return 'tree-hash';
  throw new UnexpectedResponseError(
    `${operation}: the received archive ${id} is damaged: its SHA-256 tree hash is ${found}, but Glacier stores ${treeHash}. Call again.`,
    { operation, resource: 'archive', id, retryable: true },
  );
};
