import type { BigIntStats, Dirent, Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { ArchError, LocalError } from '@arch/core';
import { toLocalError } from '@arch/core/builder';

import { isResumable, ownerOf } from '../../temporary-files/index.js';
import { comparePaths } from './compare-paths.js';
import type { FoundPath, SkipReason } from './found-path.js';
import type { PathFilter } from './path-filter.js';

/** Settings of a walk. */
export interface WalkSettings {
  /** The function that errors name. */
  readonly operation: string;
  readonly filter: PathFilter;
  readonly followSymlinks: boolean;
  readonly signal: AbortSignal | undefined;
}

type EntryKind = 'file' | 'directory' | 'symlink' | 'other' | Error;

interface Entry {
  readonly name: string;
  /** The name as it is compared: the name of a directory ends with `/`, because its files have it in their keys. */
  readonly sortName: string;
  readonly kind: EntryKind;
}

interface Level {
  /** The path of the directory relative to the root, empty or with `/` at the end. */
  readonly prefix: string;
  readonly entries: readonly Entry[];
  /** Identifies the directory, to find links to a directory that contains them. */
  readonly identity: string;
  at: number;
  stats: readonly (Stats | Error)[];
}

/** The number of files whose size and time are read at the same time. */
const statsAtOnce = 64;

/**
 * Yields the files of a directory and of its subdirectories in the order in which S3 lists their keys. Needs memory for the names in the
 * directories on the current path. A file or a subdirectory that cannot be read is yielded as `unread`; throws if the directory itself cannot
 * be read.
 */
export async function* walkDirectory(root: string, settings: WalkSettings): AsyncGenerator<FoundPath, void, undefined> {
  const levels: Level[] = [await readLevel(root, '', settings)];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    settings.signal?.throwIfAborted();
    const entry = level.entries[level.at];
    if (!entry) {
      levels.pop();
      continue;
    }
    if (level.at % statsAtOnce === 0) level.stats = await statsOf(root, level);
    const found = level.stats[level.at % statsAtOnce]!;
    level.at++;
    const path = `${level.prefix}${entry.name}`;
    if (entry.kind !== 'directory') {
      if (settings.filter.accepts(path)) yield toFound(path, { entry, found, root }, settings);
      continue;
    }
    if (settings.filter.excludesAll(path)) continue;
    try {
      const next = await readLevel(root, `${path}/`, settings);
      if (levels.some(({ identity }) => identity === next.identity)) {
        yield { kind: 'skipped', path: `${path}/`, reason: 'symbolic-link' };
      } else levels.push(next);
    } catch (error) {
      yield { kind: 'unread', path: `${path}/`, error: asError(error) };
    }
  }
}

const asError = (error: unknown): ArchError => {
  if (error instanceof ArchError) return error;
  throw error;
};

const readLevel = async (root: string, prefix: string, settings: WalkSettings): Promise<Level> => {
  const path = join(root, prefix);
  try {
    const { dev, ino }: BigIntStats = await stat(path, { bigint: true });
    const found = await readdir(path, { withFileTypes: true });
    const entries = settings.followSymlinks
      ? await followed(path, found)
      : found.map((entry) => toEntry(entry, kindOf(entry)));
    entries.sort((one, other) => comparePaths(one.sortName, other.sortName));
    return { prefix, entries, identity: `${dev} ${ino}`, at: 0, stats: [] };
  } catch (error) {
    throw toLocalError(error, { operation: settings.operation, verb: 'read', path });
  }
};

const toEntry = ({ name }: Dirent, kind: EntryKind): Entry => ({
  name,
  kind,
  sortName: kind === 'directory' ? `${name}/` : name,
});

/** Links are followed before the names are sorted, because a link to a directory is sorted as a directory. */
const followed = (folder: string, entries: readonly Dirent[]): Promise<Entry[]> =>
  Promise.all(
    entries.map(async (entry) => {
      const kind = kindOf(entry);
      return toEntry(entry, kind === 'symlink' ? await stat(join(folder, entry.name)).then(kindOf, toError) : kind);
    }),
  );

const kindOf = (entry: Dirent | Stats): EntryKind => {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'symlink' : 'other';
};

const toError = (error: unknown): Error => error as Error;

/** Reads size and time of the next entries that are files. */
const statsOf = (root: string, { prefix, entries, at }: Level): Promise<readonly (Stats | Error)[]> =>
  Promise.all(
    entries.slice(at, at + statsAtOnce).map(async ({ name, kind }) => {
      if (kind !== 'file') return kind instanceof Error ? kind : new Error('not a file');
      // Links that are not followed are of another kind: `stat` finds the file of a link that is followed.
      return stat(join(root, prefix, name)).catch(toError);
    }),
  );

const toFound = (
  path: string,
  { entry, found, root }: { readonly entry: Entry; readonly found: Stats | Error; readonly root: string },
  { operation }: WalkSettings,
): FoundPath => {
  const skipped = skipReasonOf(entry);
  if (skipped) return { kind: 'skipped', path, reason: skipped };
  if (!(found instanceof Error)) return { kind: 'file', path, sizeBytes: found.size, modifiedMs: found.mtimeMs };
  const full = join(root, path);
  const isUnnamed = path.includes('\uFFFD') && (found as NodeJS.ErrnoException).code === 'ENOENT';
  const error = isUnnamed ? notUtf8(operation, full) : toLocalError(found, { operation, verb: 'read', path: full });
  return { kind: 'unread', path, error: asError(error) };
};

const skipReasonOf = ({ name, kind }: Entry): SkipReason | undefined => {
  if (kind === 'symlink') return 'symbolic-link';
  if (kind === 'other') return 'special-file';
  // Files of downloads that are in progress, or whose process was ended.
  return ownerOf(name) === undefined && !isResumable(name) ? undefined : 'temporary-file';
};

const notUtf8 = (operation: string, path: string): LocalError =>
  new LocalError(`${operation}: the name of ${path} is not valid UTF-8, as keys are. Rename it.`, {
    operation,
    path,
    code: 'EILSEQ',
  });
