import { readFile } from 'node:fs/promises';

import { withLocalErrors } from '@arch/core/builder';

import { inGroups } from './in-groups.js';
import { lockJournal } from './journal-lock.js';
import { journalWriter } from './journal-writer.js';
import { readLines, toLine } from './read-lines.js';

/**
 * A file with one line for the transfer and one for each finished part. It is only appended to. A process that is ended at any time leaves a
 * journal that is complete except for its last line.
 */
export interface Journal<Head, Entry> {
  readonly path: string;
  /** The transfer in the journal; `undefined` if there is none. */
  readonly head: Head | undefined;
  readonly entries: readonly Entry[];
  /** Starts the journal of a new transfer. Resolves when it is on the disk. */
  begin(head: Head): Promise<void>;
  add(entries: readonly Entry[]): Promise<void>;
  /** Throws if another call uses the journal meanwhile. */
  check(): Promise<void>;
  /** Ends the use of the journal, which a later call continues. */
  close(): Promise<void>;
  /** Removes the journal. */
  remove(): Promise<void>;
}

/** The file of a journal, and the transfer that errors name. */
export interface JournalPlace {
  readonly operation: string;
  readonly path: string;
}

/** Opens a journal for one call at a time. `format` is the name of its contents and their version; a journal of another format is ignored. */
export const openJournal = async <Head extends object, Entry extends object>(
  { operation, path }: JournalPlace,
  format: string,
): Promise<Journal<Head, Entry>> => {
  const writing = <Result>(run: () => Promise<Result>): Promise<Result> =>
    withLocalErrors({ operation, verb: 'write', path }, run);
  const lock = await writing(() => lockJournal(path, operation));
  try {
    const text = await withLocalErrors({ operation, verb: 'read', path }, () =>
      readFile(path, 'utf8').catch(ignoreMissing),
    );
    const [head, ...entries] = readLines(text) as [(Head & { readonly format?: string })?, ...Entry[]];
    const isKnown = head?.format === format;
    const writer = journalWriter(path, lock, isKnown && !text.endsWith('\n'));
    return {
      path,
      head: isKnown ? head : undefined,
      entries: isKnown ? entries : [],
      begin: (started) => writing(() => writer.begin({ format, ...started })),
      add: inGroups<readonly Entry[]>((groups) => writing(() => writer.append(groups.flat().map(toLine).join('')))),
      check: lock.check,
      close: writer.close,
      remove: () => writing(writer.remove),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
};

const ignoreMissing = (error: NodeJS.ErrnoException): string => {
  if (error.code === 'ENOENT') return '';
  throw error;
};
