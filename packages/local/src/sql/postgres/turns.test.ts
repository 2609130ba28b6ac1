import { describe, expect, it } from 'vitest';
import { turns } from './turns.js';

describe('turns', () => {
  it('come one after the other', async () => {
    const queue = turns();
    const order: string[] = [];
    const endFirst = await queue.take();
    const others = ['second', 'third'].map(async (name) => {
      const end = await queue.take();
      order.push(name);
      end();
    });
    order.push('first');
    endFirst();
    await Promise.all(others);
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('can be aborted while waiting, without an effect on other turns', async () => {
    const queue = turns();
    const end = await queue.take();
    const controller = new AbortController();
    const given = queue.take({ signal: controller.signal });
    const late = queue.take({ timeoutMs: 1 });
    const patient = queue.take();
    controller.abort();
    await expect(given).rejects.toThrow('aborted');
    await expect(late).rejects.toMatchObject({ name: 'TimeoutError' });
    end();
    (await patient)();
    await expect(queue.take()).resolves.toBeTypeOf('function');
  });

  it('end once', async () => {
    const queue = turns();
    const end = await queue.take();
    end();
    await queue.take();
    end();
    await expect(queue.take({ timeoutMs: 1 })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
