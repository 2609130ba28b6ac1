import { expect, it } from 'vitest';

import { transferSlots } from './transfer-slots.js';

const never = new AbortController().signal;

it('gives slots in the order of the requests, large ones too', async () => {
  const slots = transferSlots(3);
  const taken: string[] = [];
  const take = async (name: string, count: number): Promise<void> => {
    await slots.take(count, never);
    taken.push(name);
  };
  const all = [take('a', 2), take('b', 3), take('c', 1)];
  await all[0];
  expect(taken).toEqual(['a']);
  slots.give(2);
  await all[1];
  expect(taken).toEqual(['a', 'b']);
  slots.give(3);
  await all[2];
  expect(taken).toEqual(['a', 'b', 'c']);
});

it('ends waiting with the reason of an abort, and serves the others', async () => {
  const slots = transferSlots(1);
  await slots.take(1, never);
  const giveUp = new AbortController();
  const waiting = slots.take(1, giveUp.signal);
  const next = slots.take(1, never);
  const reason = new Error('enough');
  giveUp.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(slots.take(1, giveUp.signal)).rejects.toBe(reason);
  slots.give(1);
  await next;
});
