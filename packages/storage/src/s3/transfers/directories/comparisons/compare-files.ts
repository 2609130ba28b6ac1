import { ArchError, ConflictError, InvalidInputError } from '@arch/core';

import { isSameTime } from '../../attributes/index.js';
import { mapInOrder } from '../../../map-in-order.js';
import {
  type FoundFile,
  type FoundPath,
  localNameProblem,
  type Merged,
  mergeFiles,
  nameClashes,
  type SkipReason,
} from '../files/index.js';
import type { Comparison } from './comparison.js';
import type { ActionReason, FileAction, PlannedItem, TransferAction } from '../plans/index.js';

/** The sides of a comparison, each in the order of its paths. */
export interface Sides {
  readonly operation: string;
  readonly action: TransferAction;
  readonly source: AsyncIterable<FoundPath>;
  /** `undefined`: all files of the source are transferred. */
  readonly destination: AsyncIterable<FoundPath> | undefined;
  readonly compare: Comparison;
  readonly deletes: boolean;
  /** Whether the local file system does not distinguish case. */
  readonly ignoresCase: boolean;
  readonly signal: AbortSignal | undefined;
  /**
   * Returns the time of the last change that an object has stored of its file, in milliseconds since 1970. `undefined`: no such times are
   * preserved.
   */
  readonly storedTime?: ((path: string) => Promise<number | undefined>) | undefined;
  /** Compares the checksums of two files of the same size. */
  readonly hasSameContent: (source: FoundFile, other: FoundFile) => Promise<boolean>;
}

type Pair = Merged<FoundPath, FoundPath>;

/** The number of files whose checksums are computed at the same time. */
const checksumsAtOnce = 8;

/** Compares two sides path by path, in the order of the paths, with the memory of a few items. */
export const compareFiles = (sides: Sides): AsyncIterable<PlannedItem> => {
  const { operation, source, destination } = sides;
  const pairs = destination ? mergeFiles(operation, source, destination) : withoutDestination(source);
  const notRead = new Set<string>();
  const clashOf = sides.action === 'download' && sides.ignoresCase ? nameClashes() : () => undefined;
  const compared = mapInOrder(pairs, checksumsAtOnce, (pair) =>
    comparePair(sides, pair, { notRead, clash: clashOf(pair.path) }),
  );
  return flatten(compared);
};

async function* flatten<Item>(lists: AsyncIterable<readonly Item[]>): AsyncGenerator<Item, void, undefined> {
  for await (const items of lists) yield* items;
}

async function* withoutDestination(source: AsyncIterable<FoundPath>): AsyncGenerator<Pair, void, undefined> {
  for await (const left of source) yield { path: left.path, left };
}

interface Known {
  /** The paths of the source that were skipped or could not be read: what is below them in the destination is not deleted. */
  readonly notRead: Set<string>;
  /** The earlier path whose name differs only in case. */
  readonly clash: string | undefined;
}

/** Not an async function up to the first wait: `notRead` is complete when the next pair is compared. */
const comparePair = (
  sides: Sides,
  { path, left, right }: Pair,
  { notRead, clash }: Known,
): readonly PlannedItem[] | Promise<readonly PlannedItem[]> => {
  const items: PlannedItem[] = [];
  if (right?.kind === 'unread') {
    items.push({ kind: 'failure', path, action: 'read', error: right.error, isUnknownSource: false });
  }
  if (left?.kind === 'skipped' || left?.kind === 'unread') notRead.add(path.replace(/\/$/, ''));
  if (left?.kind === 'skipped') return [...items, left];
  if (left?.kind === 'unread') {
    return [...items, { kind: 'failure', path, action: 'read', error: left.error, isUnknownSource: true }];
  }
  const other = right?.kind === 'file' ? right : undefined;
  if (!left) return [...items, ...(other ? deletionOf(sides, other, { notRead, clash }) : [])];
  const error = nameError(sides, path, clash);
  if (error) return [...items, { kind: 'failure', path, action: sides.action, error, isUnknownSource: false }];
  return comparedFile(sides, left, other).then((item) => [...items, item]);
};

const deletionOf = ({ deletes }: Sides, file: FoundFile, { notRead, clash }: Known): readonly PlannedItem[] => {
  if (!deletes) return [];
  const kept = (reason: SkipReason): readonly PlannedItem[] => [{ kind: 'skipped', path: file.path, reason }];
  if (isBelow(file.path, notRead)) return kept('source-not-read');
  // The other path is the same file.
  return clash === undefined ? [actionOf('delete', file, 'not-in-source')] : kept('case-clash');
};

const isBelow = (path: string, directories: ReadonlySet<string>): boolean => {
  if (directories.size === 0) return false;
  if (directories.has(path)) return true;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (directories.has(path.slice(0, end))) return true;
  }
  return false;
};

const nameError = ({ operation, action }: Sides, path: string, clash: string | undefined): ArchError | undefined => {
  if (action !== 'download') return undefined;
  const name = JSON.stringify(path);
  const problem = localNameProblem(path);
  if (problem !== undefined) {
    return new InvalidInputError(
      `${operation}: the key ${name} after the prefix cannot be the path of a local file: ${problem}. Download it with downloadFile.`,
      { operation },
    );
  }
  if (clash === undefined) return undefined;
  return new ConflictError(
    `${operation}: ${name} and ${JSON.stringify(clash)} differ only in case, but the directory does not distinguish case. ` +
      'Download it with downloadFile under another name.',
    { operation },
  );
};

const comparedFile = async (sides: Sides, source: FoundFile, other: FoundFile | undefined): Promise<PlannedItem> => {
  try {
    const reason = sides.destination ? await changeOf(sides, source, other) : 'not-compared';
    return reason === undefined ? { kind: 'unchanged', files: 1 } : actionOf(sides.action, source, reason);
  } catch (error) {
    if (sides.signal?.aborted || !(error instanceof ArchError)) throw error;
    // The checksum cannot be compared, e.g. because the file vanished.
    return { kind: 'failure', path: source.path, action: sides.action, error, isUnknownSource: false };
  }
};

const actionOf = (
  action: FileAction,
  { path, sizeBytes, modifiedMs }: FoundFile,
  reason: ActionReason,
): PlannedItem => ({
  kind: 'action',
  action: { action, path, sizeBytes, reason, lastModified: new Date(modifiedMs) },
});

const changeOf = async (
  { compare, action, hasSameContent, storedTime }: Sides,
  source: FoundFile,
  other: FoundFile | undefined,
): Promise<ActionReason | undefined> => {
  if (!other) return 'new';
  if (source.sizeBytes !== other.sizeBytes) return 'size';
  if (compare === 'checksum') return (await hasSameContent(source, other)) ? undefined : 'checksum';
  if (compare === 'size') return undefined;
  const stored = await storedTime?.(source.path);
  const local = action === 'upload' ? source : other;
  if (stored !== undefined) return isSameTime(stored, local.modifiedMs) ? undefined : 'time';
  return isNewer(action, source.modifiedMs, other.modifiedMs) ? 'newer' : undefined;
};

/**
 * Whether the source may have changed after the last transfer. S3 truncates its times to seconds. An object that was written in the second of
 * its download or copy may therefore have been written after it.
 */
const isNewer = (action: TransferAction, sourceMs: number, otherMs: number): boolean =>
  action === 'upload' ? sourceMs > otherMs : sourceMs >= Math.floor(otherMs / 1_000) * 1_000;
