import { describe, expect, it, type Mock, vi } from 'vitest';

import { FakeClock } from '../testing/index.js';
import { CredentialCache } from './credential-cache.js';
import type { Credentials, CredentialProvider } from './credentials.js';
import type { CredentialSource } from './resolution.js';

const minute = 60_000;
const hour = 60 * minute;

const keys = (name: string, expiresAtMs?: number): Credentials => ({
  accessKeyId: name,
  secretAccessKey: 'secret',
  ...(expiresAtMs !== undefined && { expiration: new Date(expiresAtMs) }),
});

/** A cache and its source, whose credentials `A1`, `A2`, … live for `lifeMs`. `fails` are the numbers of the resolutions that fail. */
const cacheOf = ({ lifeMs, fails = () => false }: { lifeMs?: number; fails?: (count: number) => boolean } = {}) => {
  const clock = new FakeClock({ manual: true });
  const resolve: Mock<CredentialProvider> = vi.fn<CredentialProvider>(async () => {
    const count = resolve.mock.calls.length;
    if (fails(count)) throw new Error(`failure ${count}`);
    return keys(`A${count}`, lifeMs === undefined ? undefined : clock.now() + lifeMs);
  });
  const cache = new CredentialCache();
  const source: CredentialSource = { clock, limitMs: 30_000, resolve, describe: () => 'the source' };
  const get = async (signal?: AbortSignal): Promise<string> => (await cache.get(source, signal)).accessKeyId;
  return { clock, resolve, cache, source, get };
};

const never = (): Promise<never> => new Promise(() => undefined);

describe('the cache of credentials', () => {
  it('resolves them once for concurrent calls', async () => {
    const { get, resolve } = cacheOf();
    expect(await Promise.all([get(), get(), get()])).toEqual(['A1', 'A1', 'A1']);
    expect(await get()).toBe('A1');
    expect(resolve).toHaveBeenCalledOnce();
  });

  it.each([
    ['five minutes', hour, 5 * minute],
    ['a quarter of a short life', minute, 15_000],
  ])('renews them %s before they expire', async (_title, lifeMs, marginMs) => {
    const { get, clock, resolve } = cacheOf({ lifeMs });
    await get();
    await clock.advance(lifeMs - marginMs - 1);
    expect(await get()).toBe('A1');
    await clock.advance(1);
    expect([await get(), await get()]).toEqual(['A2', 'A2']);
    expect(resolve).toHaveBeenCalledTimes(2);
  });

  it('returns them until they expire if the renewal fails, with growing pauses between renewals, then fails', async () => {
    const { get, clock, resolve } = cacheOf({ lifeMs: hour, fails: (count) => count > 1 });
    await get();
    await clock.advance(hour - 5 * minute);
    const resolutionsAt: number[] = [];
    for (let second = 0; second < 20; second++) {
      const before = resolve.mock.calls.length;
      expect(await get()).toBe('A1');
      if (resolve.mock.calls.length > before) resolutionsAt.push(second);
      await clock.advance(1_000);
    }
    expect(resolutionsAt).toEqual([0, 1, 3, 7, 15]);
    await clock.advance(5 * minute);
    await expect(get()).rejects.toThrow(/^failure \d+$/);
  });

  it('resolves them again after an error', async () => {
    const { get } = cacheOf({ fails: (count) => count === 1 });
    await expect(get()).rejects.toThrow('failure 1');
    expect(await get()).toBe('A2');
  });

  it('waits at most 5 seconds for a renewal while they are valid', async () => {
    const { get, clock, resolve } = cacheOf({ lifeMs: hour });
    await get();
    await clock.advance(hour - 5 * minute);
    resolve.mockImplementationOnce(never);
    const waiting = get();
    await clock.advance(4_999);
    expect(resolve).toHaveBeenCalledTimes(2);
    await clock.advance(1);
    expect(await waiting).toBe('A1');
    expect(await get()).toBe('A1');
    expect(resolve).toHaveBeenCalledTimes(2);
  });
});

describe('a resolution that hangs', () => {
  it('ends at its limit, aborts its signal and is forgotten', async () => {
    const { get, clock, resolve } = cacheOf();
    resolve.mockImplementationOnce(never);
    const waiting = expect(get()).rejects.toMatchObject({
      name: 'CredentialsError',
      retryable: true,
      message: expect.stringMatching(/^the source did not return credentials within 30000 ms\./) as string,
    });
    await clock.advance(30_000);
    await waiting;
    expect(resolve.mock.calls[0]?.[0].signal.aborted).toBe(true);
    expect(await get()).toBe('A2');
  });

  it('does not delay a call that starts after the last one has given up', async () => {
    const { get, resolve } = cacheOf();
    resolve.mockImplementationOnce(never);
    const caller = new AbortController();
    const first = expect(get(caller.signal)).rejects.toBe('enough');
    caller.abort('enough');
    await first;
    expect(await get()).toBe('A2');
    expect(resolve.mock.calls[0]?.[0].signal.aborted).toBe(true);
  });

  it('continues for 5 seconds after the last call has given up, because it may only be slow', async () => {
    const { get, clock, resolve } = cacheOf();
    let finish: (credentials: Credentials) => void = () => undefined;
    resolve.mockImplementationOnce(() => new Promise((end) => (finish = end)));
    const caller = new AbortController();
    const first = expect(get(caller.signal)).rejects.toBe('enough');
    caller.abort('enough');
    await first;
    resolve.mockImplementationOnce(never);
    const second = get();
    await clock.advance(1_000);
    finish(keys('SLOW'));
    expect(await second).toBe('SLOW');
    expect(resolve.mock.calls[1]?.[0].signal.aborted).toBe(true);
    expect(await get()).toBe('SLOW');
  });

  it('is aborted 5 seconds after its start if no call waits for it', async () => {
    const { get, clock, resolve } = cacheOf();
    resolve.mockImplementationOnce(never);
    const caller = new AbortController();
    const first = expect(get(caller.signal)).rejects.toBe('enough');
    await clock.advance(2_000);
    caller.abort('enough');
    await first;
    await clock.advance(2_999);
    expect(resolve.mock.calls[0]?.[0].signal.aborted).toBe(false);
    await clock.advance(1);
    expect(resolve.mock.calls[0]?.[0].signal.aborted).toBe(true);
  });
});

describe('a renewal after AWS has rejected the credentials', () => {
  it('resolves them again at most once per 30 seconds', async () => {
    const { get, cache, source, clock, resolve } = cacheOf();
    await get();
    const renew = (name: string) => cache.renew(keys(name), source, undefined);
    const renewals = await Promise.all([renew('A1'), renew('A1')]);
    expect(renewals).toMatchObject([{ credentials: { accessKeyId: 'A2' } }, { credentials: { accessKeyId: 'A2' } }]);
    expect(resolve.mock.calls.map(([request]) => request.forceRefresh)).toEqual([false, true]);
    expect(await renew('A1')).toMatchObject({ credentials: { accessKeyId: 'A2' } });
    expect(await renew('A2')).toMatchObject({ reason: expect.stringContaining('the source') as string });
    await clock.advance(30_000);
    expect(await renew('A2')).toMatchObject({ credentials: { accessKeyId: 'A3' } });
    expect(resolve).toHaveBeenCalledTimes(3);
  });

  it('says why it fails', async () => {
    const { get, cache, source, resolve } = cacheOf();
    await get();
    resolve.mockImplementationOnce(async () => keys('A1'));
    const same = await cache.renew(keys('A1'), source, undefined);
    expect(same).toEqual({ reason: 'They were resolved again, but the source still returns the same ones.' });
    const other = cacheOf({ fails: (count) => count > 1 });
    await other.get();
    expect(await other.cache.renew(keys('A1'), other.source, undefined)).toEqual({
      reason: 'They could not be resolved again: failure 2.',
    });
  });
});
