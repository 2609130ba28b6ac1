import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { fakeAws } from '@arch/core/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { downloadFile } from '../index.js';
import { removeStaleFiles } from './remove-stale-files.js';
import { thisHost } from './temporary-name.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-stale-'));
});
afterEach(() => rm(folder, { recursive: true }));

const endedProcess = async (): Promise<number> => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  return child.pid!;
};

const download = async (path: string): Promise<void> => {
  await using aws = fakeAws({ answers: { HeadObject: { ContentLength: 5 }, GetObject: { Body: 'hello' } } });
  await downloadFile({ bucket: 'videos', key: 'film.mp4', path }, { session: aws.session });
};

describe('a temporary file of a download', () => {
  it('is removed by a later download only after its process has ended', async () => {
    const ended = await endedProcess();
    const kept = [
      `film.mp4.${thisHost()}-${process.pid}-00000000.part`,
      `film.mp4.${thisHost() === '000000' ? '000001' : '000000'}-${ended}-00000000.part`,
      'film.mp4.part',
      'notes.12345678.part',
    ];
    const stale = [`film.mp4.${thisHost()}-${ended}-00000000.part`, `other.${thisHost()}-${ended}-00000001.part`];
    for (const name of [...kept, ...stale]) await writeFile(join(folder, name), '');
    await download(join(folder, 'film.mp4'));
    expect((await readdir(folder)).sort()).toEqual(['film.mp4', ...kept].sort());
  });

  it('of a resumable download is removed if it is a journal without content', async () => {
    const kept = ['a.resume-00000001.part', 'a.resume-00000001.journal', 'b.resume-00000002.part', 'c.journal'];
    for (const name of [...kept, 'd.resume-00000004.journal']) await writeFile(join(folder, name), '');
    await download(join(folder, 'film.mp4'));
    expect((await readdir(folder)).sort()).toEqual([...kept, 'film.mp4'].sort());
  });

  it('is searched once per minute, because a transfer of a directory writes many files to each folder', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const stale = join(folder, `film.mp4.${thisHost()}-${await endedProcess()}-00000000.part`);
    for (const [afterMs, left] of [
      [0, []],
      [59_000, [basename(stale)]],
      [2_000, []],
    ] as const) {
      vi.setSystemTime(Date.now() + afterMs);
      await writeFile(stale, '');
      await removeStaleFiles(join(folder, 'film.mp4'));
      expect(await readdir(folder)).toEqual(left);
    }
  });

  it('is searched only once in a large folder', async () => {
    const stale = `film.mp4.${thisHost()}-${await endedProcess()}-00000000.part`;
    await Promise.all(Array.from({ length: 1_001 }, (_, n) => writeFile(join(folder, `${n}`), '')));
    for (const left of [1_001, 1_002]) {
      await writeFile(join(folder, stale), '');
      await removeStaleFiles(join(folder, 'film.mp4'));
      expect(await readdir(folder)).toHaveLength(left);
    }
  });
});

describe('a replaced file', () => {
  it.each([0o600, 0o640, 0o755, 0o444, 0o666])('keeps its mode: %o', async (mode) => {
    const path = join(folder, 'film.mp4');
    await writeFile(path, 'old');
    await chmod(path, mode);
    await download(path);
    expect((await stat(path)).mode & 0o777).toBe(mode);
    expect(await readFile(path, 'utf8')).toBe('hello');
  });
});
