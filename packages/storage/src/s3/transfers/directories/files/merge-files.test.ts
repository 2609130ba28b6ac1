import { UnexpectedResponseError } from '@arch/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { comparePaths } from './compare-paths.js';
import { mergeFiles } from './merge-files.js';

interface Item {
  readonly path: string;
}

async function* itemsOf(
  paths: readonly string[],
  onEnd: () => void = () => undefined,
): AsyncGenerator<Item, void, undefined> {
  try {
    for (const path of paths) yield { path };
  } finally {
    onEnd();
  }
}

const merged = async (left: readonly string[], right: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for await (const item of mergeFiles('syncDirectory', itemsOf(left), itemsOf(right))) {
    found.push(`${item.left ? 'l' : ''}${item.right ? 'r' : ''} ${item.path}`);
  }
  return found;
};

it('yields each path once, in order, with what both sides have there', async () => {
  const paths = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', '.', '/', '😀', '\uE000'), maxLength: 4 }));
  await fc.assert(
    fc.asyncProperty(paths, paths, async (left, right) => {
      const all = [...new Set([...left, ...right])].sort(comparePaths);
      const sides = (path: string): string => `${left.includes(path) ? 'l' : ''}${right.includes(path) ? 'r' : ''}`;
      expect(await merged(left.toSorted(comparePaths), right.toSorted(comparePaths))).toEqual(
        all.map((path) => `${sides(path)} ${path}`),
      );
    }),
  );
});

it('rejects a sequence that is not sorted, or contains a path twice', async () => {
  await expect(merged(['a'], ['b', 'a'])).rejects.toThrow(UnexpectedResponseError);
  await expect(merged([], ['b', 'b'])).rejects.toThrow(
    'syncDirectory: the listing of the bucket is not sorted: it contains "b" after "b". Nothing can be compared. ' +
      'Directory buckets, for example, list objects in no order.',
  );
});

it('stops both sides when the consumer stops', async () => {
  const ended: string[] = [];
  const left = itemsOf(['a', 'c'], () => void ended.push('left'));
  const right = itemsOf(['b', 'd'], () => void ended.push('right'));
  for await (const { path } of mergeFiles('syncDirectory', left, right)) if (path === 'a') break;
  expect(ended.sort()).toEqual(['left', 'right']);
});
