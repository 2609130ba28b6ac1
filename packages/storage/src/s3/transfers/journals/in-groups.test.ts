import { expect, it } from 'vitest';

import { inGroups } from './in-groups.js';

it('writes items together that arrive while others are being written', async () => {
  const writes: (readonly number[])[] = [];
  const gates: (() => void)[] = [];
  const add = inGroups<number>(async (items) => {
    writes.push(items);
    await new Promise<void>((resolve) => gates.push(resolve));
  });
  const first = add(1);
  await Promise.resolve();
  const others = [add(2), add(3)];
  gates[0]!();
  await first;
  await Promise.resolve();
  expect(writes).toEqual([[1], [2, 3]]);
  gates[1]!();
  await Promise.all(others);
  await Promise.all([add(4), Promise.resolve().then(() => gates[2]!())]);
  expect(writes).toEqual([[1], [2, 3], [4]]);
});

it('rejects only the items of a failed write', async () => {
  const add = inGroups<number>(async ([item]) => {
    if (item === 1) throw new Error('the disk is full');
  });
  const [failed, written] = await Promise.allSettled([add(1), Promise.resolve().then(() => add(2))]);
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'the disk is full' } });
  expect(written.status).toBe('fulfilled');
});
