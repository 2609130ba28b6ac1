import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../__fixtures__/temporary-folder.js';
import { useCache } from '../../__fixtures__/use-cache.js';
import { emptyDatabase } from './empty-database.js';

const files = new Blob(['the files']);

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('emptyDatabase', () => {
  it('is created once and stored in the cache folder', async () => {
    await using folder = await temporaryFolder();
    const cache = useCache(folder.path);
    const make = vi.fn(async () => files);
    for (const _ of [1, 2]) expect(await (await emptyDatabase(make)).text()).toBe('the files');
    expect(make).toHaveBeenCalledOnce();
    const kept = await readdir(cache);
    expect(kept).toEqual([expect.stringMatching(/^pglite-\d+\.\d+\.\d+\.tar$/)]);
    expect(await readFile(join(cache, kept[0] ?? ''), 'utf8')).toBe('the files');
  });

  it('is created each time if it cannot be stored', async () => {
    await using folder = await temporaryFolder();
    const cache = useCache(folder.path);
    await mkdir(dirname(cache), { recursive: true });
    await writeFile(cache, 'no folder');
    const make = vi.fn(async () => files);
    for (const _ of [1, 2]) expect(await (await emptyDatabase(make)).text()).toBe('the files');
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('is not stored if its creation fails', async () => {
    await using folder = await temporaryFolder();
    useCache(folder.path);
    await expect(emptyDatabase(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await (await emptyDatabase(async () => files)).text()).toBe('the files');
  });
});
