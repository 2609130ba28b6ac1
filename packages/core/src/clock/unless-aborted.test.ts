import { getEventListeners } from 'node:events';

import { expect, it } from 'vitest';

import { unlessAborted } from './unless-aborted.js';

it('returns the result of the work, and leaves no listener', async () => {
  const { signal } = new AbortController();
  expect(await unlessAborted(Promise.resolve(1), signal)).toBe(1);
  await expect(unlessAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  await Promise.resolve();
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('rejects with the reason of an abort, before and during', async () => {
  const reason = new Error('enough');
  const never = new Promise<never>(() => undefined);
  await expect(unlessAborted(never, AbortSignal.abort(reason))).rejects.toBe(reason);
  const giveUp = new AbortController();
  const waiting = unlessAborted(never, giveUp.signal);
  giveUp.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});
