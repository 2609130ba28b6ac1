import { posix } from 'node:path';

import type { SourceFile } from './source-file.ts';

/**
 * The folders of core, in the order in which a call passes through them, from `startInstance` to the socket. A folder imports only from the folders
 * after it.
 */
export const coreFolders = [
  // For the authors of layers.
  'permissions',
  'any-command',
  'fan-out',
  'define',
  // From the declaration to the request.
  'batch',
  'signing',
  'declaration',
  'http',
  // Around a call.
  'wait',
  'testing',
  'session',
  'sdk',
  'credentials',
  // One call.
  'call',
  'translation',
  // Independent of calls.
  'sql',
  'listing',
  'settings',
  'transport',
  'schema',
  'decode',
  'events',
  'clock',
  'errors',
] as const;

const imported = /\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

/** House style 2: imports between the folders of a package have one direction. Tests and fixtures may import from all folders. */
export const checkFolderOrder = (files: readonly SourceFile[]): readonly string[] => [
  ...checkCore(files),
  ...[...Map.groupBy(files, ({ packageName }) => packageName)].flatMap(([name, own]) =>
    name === 'core' ? [] : checkCycles(arrowsOf(own, (folder) => folder)),
  ),
];

const checkCore = (files: readonly SourceFile[]): readonly string[] => {
  const place = new Map<string, number>(coreFolders.map((folder, index) => [folder, index]));
  const core = files.filter(({ packageName }) => packageName === 'core');
  const unknown = new Set(core.filter(isInFolder).map(({ folder }) => topOf(folder)));
  return [
    ...[...unknown]
      .filter((folder) => !place.has(folder))
      .map(
        (folder) =>
          `packages/core/src/${folder}: add the folder to its place in tools/checks/structure/check-folder-order.ts`,
      ),
    ...arrowsOf(core, topOf)
      .filter(({ from, to }) => place.get(to)! < place.get(from)!)
      .map(({ from, to, path }) => `${path}: ${from}/ imports from ${to}/, which is above it`),
  ];
};

const topOf = (folder: string): string => folder.split('/')[0] ?? '';

const isInFolder = ({ kind, folder }: SourceFile): boolean => kind === 'source' && folder !== '';

/** A subfolder belongs to its resource: they may use each other. */
const isWithin = (inner: string, outer: string): boolean => inner.startsWith(`${outer}/`);

/** Returns the imports between folders, each with its first file. */
const arrowsOf = (files: readonly SourceFile[], folderOf: (folder: string) => string): readonly Arrow[] => {
  const arrows = new Map<string, Arrow>();
  for (const { path, folder, text } of files.filter(isInFolder)) {
    for (const [, target = ''] of text.matchAll(imported)) {
      const below = posix.dirname(posix.join(folder, target));
      const [from, to] = [folderOf(folder), folderOf(below)];
      if (below === '.' || from === to || isWithin(from, to) || isWithin(to, from)) continue;
      const key = `${from} ${to}`;
      if (!arrows.has(key)) arrows.set(key, { from, to, path });
    }
  }
  return [...arrows.values()];
};

/** Returns each cycle once, beginning with the folder that is first in alphabetical order. */
const checkCycles = (arrows: readonly Arrow[]): readonly string[] => {
  const next = Map.groupBy(arrows, ({ from }) => from);
  const walk = (start: string, at: string, way: readonly Arrow[], seen: Set<string>): readonly Arrow[] | undefined => {
    for (const arrow of next.get(at) ?? []) {
      if (arrow.to === start) return [...way, arrow];
      if (seen.has(arrow.to)) continue;
      seen.add(arrow.to);
      const found = walk(start, arrow.to, [...way, arrow], seen);
      if (found) return found;
    }
    return undefined;
  };
  return [...next.keys()].flatMap((start) => {
    const cycle = walk(start, start, [], new Set());
    if (!cycle || cycle.some(({ from }) => from < start)) return [];
    return [`${cycle[0]?.path}: folders import each other: ${[...cycle.map(({ from }) => from), start].join(' → ')}`];
  });
};
