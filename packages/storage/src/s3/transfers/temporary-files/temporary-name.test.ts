import { basename } from 'node:path';

import { expect, it } from 'vitest';

import { ownerOf, temporaryName, thisHost } from './temporary-name.js';

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
