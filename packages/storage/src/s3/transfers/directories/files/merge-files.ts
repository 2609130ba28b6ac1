import { UnexpectedResponseError } from '@arch/core';

import { comparePaths } from './compare-paths.js';

/** A path and what the two sides have there. */
export interface Merged<Left, Right> {
  readonly path: string;
  readonly left?: Left | undefined;
  readonly right?: Right | undefined;
}

interface WithPath {
  readonly path: string;
}

/**
 * Merges two sequences that are sorted by their paths. Reads both one item ahead, and stops both when the consumer stops. `operation` is the
 * function that errors name.
 */
export async function* mergeFiles<Left extends WithPath, Right extends WithPath>(
  operation: string,
  lefts: AsyncIterable<Left>,
  rights: AsyncIterable<Right>,
): AsyncGenerator<Merged<Left, Right>, void, undefined> {
  const left = sorted(operation, lefts);
  const right = sorted(operation, rights);
  try {
    let [one, other] = [await left.next(), await right.next()];
    while (!one.done || !other.done) {
      const order = one.done ? 1 : other.done ? -1 : comparePaths(one.value.path, other.value.path);
      const { path } = (order <= 0 ? one : other).value as WithPath;
      yield {
        path,
        left: order <= 0 ? (one.value as Left) : undefined,
        right: order >= 0 ? (other.value as Right) : undefined,
      };
      if (order <= 0) one = await left.next();
      if (order >= 0) other = await right.next();
    }
  } finally {
    await Promise.all([left.return(), right.return()]);
  }
}

/** Throws if the paths are not in ascending order, because a merge would then take existing files for absent ones. */
async function* sorted<Item extends WithPath>(
  operation: string,
  items: AsyncIterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  let before: string | undefined;
  for await (const item of items) {
    if (before !== undefined && comparePaths(before, item.path) >= 0) {
      throw new UnexpectedResponseError(
        `${operation}: the listing of the bucket is not sorted: it contains ${JSON.stringify(item.path)} after ${JSON.stringify(before)}. ` +
          'Nothing can be compared. Directory buckets, for example, list objects in no order.',
        { operation },
      );
    }
    before = item.path;
    yield item;
  }
}
