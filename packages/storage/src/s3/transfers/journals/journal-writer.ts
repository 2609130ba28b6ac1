import { constants, type FileHandle, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { JournalLock } from './journal-lock.js';
import { toLine } from './read-lines.js';

/** Writes a journal that is locked. */
export interface JournalWriter {
  readonly begin: (head: object) => Promise<void>;
  readonly append: (lines: string) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

// Windows has no O_NOFOLLOW. Elsewhere a link of another user must not lead to another file.
const appending = (): number => {
  const { O_WRONLY, O_APPEND, O_NOFOLLOW = 0 } = constants as Partial<typeof constants> & typeof constants;
  return O_WRONLY | O_APPEND | O_NOFOLLOW;
};

/** Returns the writer of a journal. `isCut`: its last line is incomplete. */
export const journalWriter = (path: string, lock: JournalLock, isCut: boolean): JournalWriter => {
  let file: FileHandle | undefined;
  const close = async (): Promise<void> => {
    await file?.close().catch(() => undefined);
    file = undefined;
    await lock.release();
  };
  return {
    begin: async (head) => {
      await lock.check();
      await file?.close();
      await rm(path, { force: true });
      file = await open(path, 'wx', 0o600);
      await file.appendFile(toLine(head));
      await file.sync();
      await syncFolder(dirname(path));
    },
    append: async (lines) => {
      await lock.check();
      if (!file) {
        file = await open(path, appending());
        // A new line must not continue a line that was cut.
        if (isCut) await file.appendFile('\n');
      }
      await file.appendFile(lines);
    },
    close,
    remove: async () => {
      // A journal that another call has taken is not removed.
      await lock.check().then(
        () => rm(path, { force: true }),
        () => undefined,
      );
      await close();
    },
  };
};

/** Writes the name of a new file to the disk. Windows has no such function. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
};
