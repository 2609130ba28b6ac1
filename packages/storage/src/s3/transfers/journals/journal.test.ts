import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { LocalError } from '@arch/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type Journal, openJournal } from './journal.js';

interface Head {
  readonly key: string;
}
interface Entry {
  readonly part: number;
}

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-journal-'));
  path = join(folder, 'film.journal');
});
afterEach(() => rm(folder, { recursive: true }));

const open = (format = 'test-1'): Promise<Journal<Head, Entry>> =>
  openJournal({ operation: 'uploadFile', path }, format);
const entries = [{ part: 1 }, { part: 2 }, { part: 3 }];

const write = async (): Promise<string> => {
  const journal = await open();
  await journal.begin({ key: 'film.mp4' });
  await Promise.all(entries.map((entry) => journal.add([entry])));
  await journal.close();
  return readFile(path, 'utf8');
};

describe('a journal', () => {
  it('contains what earlier processes have added, and is removed at the end', async () => {
    const text = await write();
    expect(text.trimEnd().split('\n')).toHaveLength(4);
    const journal = await open();
    expect(journal.head).toMatchObject({ key: 'film.mp4' });
    expect(journal.entries).toEqual(entries);
    await journal.remove();
    await journal.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it('that is cut at any byte contains the complete lines, and can be continued', async () => {
    const text = await write();
    for (let cut = 0; cut <= text.length; cut++) {
      await writeFile(path, text.slice(0, cut));
      const complete = text.slice(0, cut + 1).split('\n').length - 1;
      const journal = await open();
      expect(journal.head !== undefined).toBe(complete > 0);
      expect(journal.entries).toEqual(entries.slice(0, Math.max(0, complete - 1)));
      if (!journal.head) await journal.begin({ key: 'again' });
      await journal.add([{ part: 9 }]);
      await journal.close();
      const again = await open();
      expect(again.entries.at(-1)).toEqual({ part: 9 });
      expect(again.entries).toHaveLength(Math.max(0, complete - 1) + 1);
      await again.close();
    }
  });

  it('of another format is ignored and replaced', async () => {
    await write();
    const journal = await open('test-2');
    expect([journal.head, journal.entries]).toEqual([undefined, []]);
    await journal.begin({ key: 'new' });
    await journal.close();
    const again = await open('test-2');
    expect(again.head).toMatchObject({ key: 'new' });
    await again.close();
  });

  it.runIf(process.platform !== 'win32')('can be read only by its user', async () => {
    await write();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('that another call has taken gets no lines and is not removed', async () => {
    const text = await write();
    const journal = await open();
    for (const name of await readdir(folder)) if (name.endsWith('.lock')) await rm(join(folder, name));
    await expect(journal.add([{ part: 4 }])).rejects.toThrow('another call has continued');
    await journal.remove();
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('in a folder that does not exist throws LocalError', async () => {
    path = join(folder, 'none', 'film.journal');
    await expect(open()).rejects.toThrow(LocalError);
    await expect(open()).rejects.toThrow(`uploadFile: cannot write ${path}: no such file or directory (ENOENT).`);
  });
});
