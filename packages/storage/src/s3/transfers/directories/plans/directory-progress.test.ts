import { expect, it } from 'vitest';

import { type DirectoryProgress, progressCounter } from './directory-progress.js';

it('tells totals when all files are found, the speed of the last ten seconds, and the time left', () => {
  let now = 0;
  const seen: DirectoryProgress[] = [];
  const counter = progressCounter((progress) => void seen.push(progress), { now: () => now, concurrency: () => 16 });
  const add = (at: number, bytes: number): DirectoryProgress => {
    now = at;
    counter.addBytes(bytes);
    return seen.at(-1)!;
  };
  counter.find(5_000);
  expect(add(0, 0)).toEqual({ transferredBytes: 0, transferredFiles: 0, bytesPerSecond: 0, concurrency: 16 });
  expect(add(1_000, 1_000)).toEqual({
    transferredBytes: 1_000,
    transferredFiles: 0,
    bytesPerSecond: 1_000,
    concurrency: 16,
  });
  counter.find(5_000);
  counter.complete();
  expect(add(2_000, 1_000)).toMatchObject({ totalBytes: 10_000, totalFiles: 2, bytesPerSecond: 1_000, secondsLeft: 8 });
  for (let at = 3_000; at <= 20_000; at += 1_000) add(at, 100);
  expect(seen.at(-1)).toMatchObject({ bytesPerSecond: 100, transferredBytes: 3_800, secondsLeft: 62 });
  counter.addFile();
  expect(seen.at(-1)).toMatchObject({ transferredFiles: 1 });
  // A file that failed is subtracted.
  expect(add(20_100, -3_000)).toMatchObject({ transferredBytes: 800, bytesPerSecond: 0 });
});

it('calls no listener if there is none', () => {
  const counter = progressCounter(undefined, { now: () => 0, concurrency: () => 16 });
  expect(() => counter.addBytes(1)).not.toThrow();
});

it('counts bytes of an earlier call as transferred, but not for the speed', () => {
  let now = 0;
  const seen: DirectoryProgress[] = [];
  const counter = progressCounter((progress) => void seen.push(progress), { now: () => now, concurrency: () => 16 });
  counter.find(4_000);
  counter.complete();
  counter.addBytes(2_000, 'resumed');
  now = 1_000;
  counter.addBytes(1_000);
  expect(seen.at(-1)).toMatchObject({
    transferredBytes: 3_000,
    resumedBytes: 2_000,
    bytesPerSecond: 1_000,
    secondsLeft: 1,
  });
});
