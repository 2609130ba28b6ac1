import { ConflictError, NotFoundError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { inParallel } from '../../../in-parallel.js';
import { describeObjectRetention, type ObjectRetention } from '../../../archives/index.js';
import { comparePaths } from '../files/index.js';
import type { DirectoryArchive } from './archive-directory-input.js';
import type { UnlockedObject } from './archived-directory.js';

type Locked = Pick<UnlockedObject, 'key' | 'versionId'>;

/** Reads the retention of each object from S3, and returns those that are not locked as requested. */
export const checkLocks = async (
  objects: readonly Locked[],
  archive: DirectoryArchive,
  options: CallOptions,
): Promise<readonly UnlockedObject[]> => {
  const { bucket, concurrency = 16 } = archive;
  const { signal = new AbortController().signal } = options;
  const unlocked: UnlockedObject[] = [];
  await inParallel(each(objects), { concurrency, signal }, async ({ key, versionId }, either) => {
    const found = await describeObjectRetention({ bucket, key, versionId }, { ...options, signal: either }).catch(
      reasonOf,
    );
    const reason = typeof found === 'string' ? found : problemOf(found, archive);
    if (reason !== undefined) unlocked.push({ key, versionId, reason });
  });
  return unlocked.toSorted((one, other) => comparePaths(one.key, other.key));
};

async function* each<Item>(items: Iterable<Item>): AsyncGenerator<Item, void, undefined> {
  yield* items;
}

/** The version has no retention, or does not exist. Any other error, e.g. a denial, is no result. */
const reasonOf = (error: unknown): string => {
  if (error instanceof ConflictError) return error.message;
  if (!(error instanceof NotFoundError)) throw error;
  return error.code === 'NoSuchKey' || error.code === 'NoSuchVersion'
    ? 'the version does not exist'
    : 'the version has no retention';
};

const problemOf = (
  { mode, retainUntilDate }: ObjectRetention,
  requested: Pick<DirectoryArchive, 'mode' | 'retainUntilDate'>,
): string | undefined => {
  const isWeaker = requested.mode === 'COMPLIANCE' && mode !== 'COMPLIANCE';
  if (!isWeaker && retainUntilDate >= requested.retainUntilDate) return undefined;
  const [got, wanted] = [retainUntilDate, requested.retainUntilDate].map((date) => date.toISOString());
  return `the retention is ${mode} until ${got}, but ${requested.mode} until ${wanted} was requested`;
};
