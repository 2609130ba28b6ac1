import { nodeCrypto } from '@arch/core/builder';

/** The size of the pieces of which a tree hash consists: 1 MiB. */
export const pieceBytes = 1_048_576;

/** Returns the SHA-256 of each piece of 1 MiB. Data without content has one piece. */
export const piecesOf = (data: Uint8Array): readonly Buffer[] => {
  const hashes: Buffer[] = [];
  for (let start = 0; start === 0 || start < data.byteLength; start += pieceBytes)
    hashes.push(sha256(data.subarray(start, start + pieceBytes)));
  return hashes;
};

/**
 * Combines the hashes of pieces in pairs until one is left, Glacier's SHA-256 tree hash in hexadecimal digits.
 * https://docs.aws.amazon.com/amazonglacier/latest/dev/checksum-calculations.html
 */
export const combinePieces = (pieces: readonly Buffer[]): string => {
  let level = pieces.length > 0 ? pieces : piecesOf(new Uint8Array());
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      // An odd last hash moves up unchanged.
      const pair = level.slice(at, at + 2);
      next.push(pair.length === 2 ? sha256(Buffer.concat(pair)) : pair[0]!);
    }
    level = next;
  }
  return level[0]!.toString('hex');
};

/** Combines the hashes of pieces in their order, as they arrive. */
export interface TreeHasher {
  /** Adds the hashes of the next pieces. */
  readonly add: (pieces: readonly Buffer[]) => void;
  /** Returns the SHA-256 tree hash of all pieces, in hexadecimal digits. */
  readonly digest: () => string;
}

/** Returns a {@link TreeHasher}. Its memory grows with the logarithm of the number of pieces. */
export const treeHasher = (): TreeHasher => {
  // Complete subtrees, each smaller than the one before it.
  const trees: { readonly hash: Buffer; readonly height: number }[] = [];
  const add = (hash: Buffer): void => {
    let tree = { hash, height: 0 };
    for (let last = trees.at(-1); last?.height === tree.height; last = trees.at(-1)) {
      trees.pop();
      tree = { hash: sha256(Buffer.concat([last.hash, tree.hash])), height: tree.height + 1 };
    }
    trees.push(tree);
  };
  return {
    add: (pieces) => pieces.forEach(add),
    // What is left after the last complete pair moves up, from the smallest tree to the largest.
    digest: () =>
      trees.length === 0
        ? combinePieces([])
        : trees
            .map(({ hash }) => hash)
            .reduceRight((right, left) => sha256(Buffer.concat([left, right])))
            .toString('hex'),
  };
};

/** Returns the SHA-256 tree hash of data, in hexadecimal digits. */
export const treeHashOf = (data: Uint8Array): string => combinePieces(piecesOf(data));

const sha256 = (data: Uint8Array): Buffer => nodeCrypto().createHash('sha256').update(data).digest();
