import { basename } from 'node:path';

import { expect, it } from 'vitest';

import { isResumable, ownerOf, resumableNames, temporaryName, thisHost } from './temporary-name.js';

it('returns a unique name in the same folder that contains the process ID', () => {
  const name = temporaryName('/data/film.mp4');
  expect(name).toMatch(/^\/data\/film\.mp4\.[\da-f]{6}-\d+-[\da-f]{8}\.part$/);
  expect(ownerOf(name)).toEqual({ host: thisHost(), processId: process.pid });
  expect(temporaryName('/data/film.mp4')).not.toBe(name);
});

it.each(['n'.repeat(255), 'ü'.repeat(127), '😀'.repeat(63), 'a'])('returns a name of at most 255 bytes: %s', (name) => {
  const temporary = basename(temporaryName(name));
  expect(Buffer.byteLength(temporary)).toBeLessThanOrEqual(255);
  expect(temporary).not.toContain('\uFFFD');
  expect(ownerOf(temporary)?.processId).toBe(process.pid);
});

it.each(['film.mp4', 'film.mp4.part', 'film.12ab34cd.part', 'a.3f2a9c-x-5d7e01bc.part'])(
  'recognizes %s as not temporary',
  (name) => {
    expect(ownerOf(name)).toBeUndefined();
  },
);

it.each(['film.mp4', 'n'.repeat(255), `${'n'.repeat(254)}m`, 'ü'.repeat(127)])(
  'returns names of a resumable download that are always the same and have space for a lock: %s',
  (name) => {
    const names = resumableNames(`/data/${name}`);
    expect(resumableNames(`/data/${name}`)).toEqual(names);
    for (const path of Object.values(names)) {
      expect(isResumable(path)).toBe(true);
      expect(ownerOf(path)).toBeUndefined();
      const lock = basename(temporaryName(path, 'lock'));
      expect(Buffer.byteLength(lock)).toBeLessThanOrEqual(255);
      expect(lock.startsWith(`${basename(path)}.`)).toBe(true);
    }
  },
);

it('returns other names for files whose long names have the same beginning', () => {
  expect(resumableNames('n'.repeat(255))).not.toEqual(resumableNames(`${'n'.repeat(254)}m`));
});
