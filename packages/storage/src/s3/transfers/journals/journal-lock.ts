import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { ConflictError } from '@arch/core';

import { isRunning, ownerOf, temporaryName, thisHost } from '../temporary-files/index.js';

/** The use of a journal by one call. */
export interface JournalLock {
  /** Throws if another call has taken the journal, because this process did not run for a minute. */
  check(): Promise<void>;
  release(): Promise<void>;
}

/** The file is written in this interval, as a sign of life for processes on other hosts and for a process ID that is used again. */
const beatMs = 15_000;
const silentMs = 60_000;

/**
 * Locks a journal with a file of its own, whose name contains host and process. A call that sees another living lock after creating its own gives
 * up, so that at most one call continues; locks of ended processes are removed.
 */
export const lockJournal = async (journal: string, operation: string): Promise<JournalLock> => {
  const path = temporaryName(journal, 'lock');
  const file = await open(path, 'wx', 0o600);
  const release = async (): Promise<void> => {
    clearInterval(timer);
    await file.close().catch(() => undefined);
    await rm(path, { force: true }).catch(() => undefined);
  };
  const beat = (): Promise<unknown> => file.write('.', 0);
  const timer = setInterval(() => void beat().catch(() => undefined), beatMs).unref();
  try {
    await beat();
    const other = await findOther(journal, path, file);
    if (other !== undefined) throw inUse(journal, other, operation);
  } catch (error) {
    await release();
    throw error;
  }
  const check = async (): Promise<void> => {
    const isOwn = await stat(path).then(
      () => true,
      () => false,
    );
    if (!isOwn) throw taken(journal, operation);
  };
  return { check, release };
};

/** Returns the path of another living lock of the journal, and removes the others. */
const findOther = async (journal: string, own: string, file: FileHandle): Promise<string | undefined> => {
  const folder = dirname(journal);
  const isLock = (name: string): boolean =>
    name.endsWith('.lock') && name.split('.').slice(0, -2).join('.') === basename(journal);
  const names = (await readdir(folder)).filter(isLock);
  let living: string | undefined;
  for (const path of names.map((name) => join(folder, name))) {
    if (path === own || ownerOf(path) === undefined) continue;
    if (await isLiving(path, file)) living = path;
    else await rm(path, { force: true });
  }
  return living;
};

const isLiving = async (path: string, own: FileHandle): Promise<boolean> => {
  const { host, processId } = ownerOf(path)!;
  if (host === thisHost() && !isRunning(processId)) return false;
  const found = await stat(path).catch(() => undefined);
  // Both times are of the file system's clock, which may be on another machine.
  return found !== undefined && (await own.stat()).mtimeMs - found.mtimeMs < silentMs;
};

const inUse = (journal: string, lock: string, operation: string): ConflictError => {
  const { host, processId } = ownerOf(lock)!;
  const place = host === thisHost() ? '' : ' on another machine or in another container';
  return new ConflictError(
    `${operation}: the journal ${journal} is in use by the process ${processId}${place}. Wait until its transfer has ended. ` +
      `If that process has ended, call again after a minute, or delete ${lock}.`,
    { operation, resource: 'journal', id: journal },
  );
};

const taken = (journal: string, operation: string): ConflictError =>
  new ConflictError(
    `${operation}: another call has continued the transfer of the journal ${journal}, because this process did not run for a minute.`,
    { operation, resource: 'journal', id: journal },
  );
