import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { combinePieces, pieceBytes, piecesOf, treeHasher, treeHashOf } from './tree-hash.js';

const sha256 = (...data: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const each of data) hash.update(each);
  return hash.digest();
};

it('is the SHA-256 of data up to 1 MiB, also of none', () => {
  for (const data of [Buffer.alloc(0), Buffer.from('archive'), Buffer.alloc(pieceBytes, 1)])
    expect(treeHashOf(data)).toBe(sha256(data).toString('hex'));
});

it('combines pairs of pieces, and moves an odd last piece up', () => {
  const data = Buffer.alloc(2 * pieceBytes + 5, 'arch');
  const [first, second, third] = piecesOf(data);
  expect(treeHashOf(data)).toBe(sha256(sha256(first!, second!), third!).toString('hex'));
});

it('is the same when it is combined from aligned parts of a power of two pieces', () => {
  const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(hashes, fc.constantFrom(1, 2, 4, 8, 16), (all, partPieces) => {
      const pieces = all.map((each) => Buffer.from(each));
      const parts: Buffer[] = [];
      for (let at = 0; at < pieces.length; at += partPieces)
        parts.push(Buffer.from(combinePieces(pieces.slice(at, at + partPieces)), 'hex'));
      expect(combinePieces(parts)).toBe(combinePieces(pieces));
    }),
  );
});

it('is the same when the pieces are added as they arrive', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 }), (all) => {
      const pieces = all.map((each) => Buffer.from(each));
      const hasher = treeHasher();
      hasher.add(pieces.slice(0, 7));
      for (const piece of pieces.slice(7)) hasher.add([piece]);
      expect(hasher.digest()).toBe(combinePieces(pieces));
    }),
  );
});
