import type { FileHandle } from 'node:fs/promises';

import { expect, it, vi } from 'vitest';

import { writingBack } from './writing-back.js';

it('flushes the file after every 128 MiB, one flush at a time, and ignores its errors', async () => {
  const flushes: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const datasync = vi.fn(() => new Promise<void>((resolve, reject) => flushes.push({ resolve, reject })));
  const counter = vi.fn();
  const count = writingBack({ datasync } as unknown as FileHandle, counter);
  const step = 134_217_728;
  count(step - 1);
  expect(datasync).not.toHaveBeenCalled();
  count(1);
  count(step);
  expect(datasync).toHaveBeenCalledOnce();
  flushes[0]!.reject(new Error('EIO'));
  await vi.waitFor(() => {
    count(1);
    expect(datasync).toHaveBeenCalledTimes(2);
  });
  expect(counter.mock.calls.slice(0, 3)).toEqual([
    [step - 1, undefined],
    [1, undefined],
    [step, undefined],
  ]);
  flushes[1]!.resolve();
});
