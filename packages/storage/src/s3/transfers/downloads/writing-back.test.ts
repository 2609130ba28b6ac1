import type { FileHandle } from 'node:fs/promises';

import { expect, it, vi } from 'vitest';

import { writingBack } from './writing-back.js';

const step = 134_217_728;

it('flushes the file after every 128 MiB, one flush at a time', async () => {
  const flushes: (() => void)[] = [];
  const datasync = vi.fn(() => new Promise<void>((resolve) => flushes.push(resolve)));
  const counter = vi.fn();
  const { count, end } = writingBack({ file: { datasync } as unknown as FileHandle }, { path: 'film', counter });
  count(step - 1);
  expect(datasync).not.toHaveBeenCalled();
  count(1);
  await vi.waitFor(() => expect(datasync).toHaveBeenCalledOnce());
  count(step);
  expect(counter.mock.calls).toEqual([
    [step - 1, undefined],
    [1, undefined],
    [step, undefined],
  ]);
  flushes[0]!();
  await end();
  count(1);
  await vi.waitFor(() => expect(datasync).toHaveBeenCalledTimes(2));
  flushes[1]!();
  await end();
});

it('throws an error of the disk at the end, although a later flush succeeds', async () => {
  const failure = Object.assign(new Error('EIO: i/o error, fdatasync'), {
    errno: -5,
    code: 'EIO',
    syscall: 'fdatasync',
  });
  const datasync = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(failure);
  const { count, end } = writingBack(
    { file: { datasync } as unknown as FileHandle },
    { path: 'film', counter: vi.fn() },
  );
  count(step);
  await expect(end()).rejects.toMatchObject({ name: 'LocalError', code: 'EIO', path: 'film' });
  count(step);
  await expect(end()).rejects.toMatchObject({ code: 'EIO' });
});
