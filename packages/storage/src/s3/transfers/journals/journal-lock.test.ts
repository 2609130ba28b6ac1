import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ConflictError } from '@arch/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ownerOf, thisHost } from '../temporary-files/index.js';
import { endedProcess } from './__fixtures__/ended-process.js';
import { lockJournal } from './journal-lock.js';

let folder = '';
let journal = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-lock-'));
  journal = join(folder, 'film.journal');
});
afterEach(() => rm(folder, { recursive: true }));

const lockOf = async (host: string, processId: number, secondsAgo = 0): Promise<string> => {
  const name = `film.journal.${host}-${processId}-00000000.lock`;
  const time = new Date(Date.now() - secondsAgo * 1_000);
  await writeFile(join(folder, name), '.');
  await utimes(join(folder, name), time, time);
  return name;
};
const otherHost = thisHost() === '000000' ? '000001' : '000000';

describe('a lock', () => {
  it('is held by one call at a time, also within a process', async () => {
    const lock = await lockJournal(journal, 'uploadFile');
    const second = lockJournal(journal, 'uploadFile');
    await expect(second).rejects.toThrow(ConflictError);
    await expect(second).rejects.toThrow(
      `uploadFile: the journal ${journal} is in use by the process ${process.pid}. Wait until its transfer has ended.`,
    );
    expect((await readdir(folder)).map(ownerOf)).toEqual([{ host: thisHost(), processId: process.pid }]);
    await lock.check();
    await lock.release();
    await (await lockJournal(journal, 'uploadFile')).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is held by at most one of many calls at the same time', async () => {
    const locks = await Promise.allSettled(Array.from({ length: 8 }, () => lockJournal(journal, 'uploadFile')));
    const held = locks.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(held.length).toBeLessThanOrEqual(1);
    for (const lock of held) await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('does not concern other journals of the folder', async () => {
    const one = await lockJournal(journal, 'uploadFile');
    const other = await lockJournal(join(folder, 'film'), 'uploadFile');
    await one.release();
    await other.release();
  });

  it('of an ended process is removed', async () => {
    await lockOf(thisHost(), await endedProcess());
    await (await lockJournal(journal, 'uploadFile')).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('of a running process without a sign of life is removed, because its ID may be used again', async () => {
    await lockOf(thisHost(), process.pid, 90);
    await (await lockJournal(journal, 'uploadFile')).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('of another machine counts until it gives no sign of life for a minute', async () => {
    const name = await lockOf(otherHost, 1, 30);
    await expect(lockJournal(journal, 'downloadFile')).rejects.toThrow(
      /process 1 on another machine or in another container\..* call again after a minute, or delete .*-1-00000000\.lock/,
    );
    expect(await readdir(folder)).toEqual([name]);
    await lockOf(otherHost, 1, 90);
    await (await lockJournal(journal, 'downloadFile')).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('that was taken by another call is noticed', async () => {
    const lock = await lockJournal(journal, 'uploadFile');
    for (const name of await readdir(folder)) await rm(join(folder, name));
    await expect(lock.check()).rejects.toThrow('another call has continued the transfer');
    await lock.release();
  });
});
