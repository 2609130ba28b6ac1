import { expect, it } from 'vitest';

import { mapInOrder } from './map-in-order.js';

async function* numbers(): AsyncGenerator<number, void, undefined> {
  for (let at = 0; at < 6; at++) yield at;
}

it('works ahead and yields the results in order', async () => {
  let [running, most] = [0, 0];
  const slowly = async (item: number): Promise<number> => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5 * (6 - item)));
    running--;
    return item * 2;
  };
  const results: number[] = [];
  for await (const result of mapInOrder(numbers(), 3, slowly)) results.push(result);
  expect(results).toEqual([0, 2, 4, 6, 8, 10]);
  expect(most).toBe(3);
});

it('throws an error in its place', async () => {
  const results: number[] = [];
  const failing = async (item: number): Promise<number> => {
    if (item === 2) throw new Error('two');
    return item;
  };
  const reading = (async () => {
    for await (const result of mapInOrder(numbers(), 5, failing)) results.push(result);
  })();
  await expect(reading).rejects.toThrow('two');
  expect(results).toEqual([0, 1]);
});
