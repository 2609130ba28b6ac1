import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../__fixtures__/temporary-folder.js';
import { useCache } from '../../__fixtures__/use-cache.js';
import { postgresStarter } from './postgres-starter.js';

const create = vi.hoisted(() => vi.fn());
vi.mock('@electric-sql/pglite', () => ({ PGlite: { create, defaultStartParams: [] }, protocol: {} }));

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('postgresStarter', () => {
  it('starts again after a failed start', async () => {
    await using folder = await temporaryFolder();
    useCache(folder.path);
    const start = postgresStarter();
    create.mockRejectedValueOnce(new Error('no memory'));
    await expect(start()).rejects.toThrow('no memory');
    const dumpDataDir = async (): Promise<Blob> => new Blob(['files']);
    create.mockResolvedValue({ dumpDataDir, close: async () => {}, isInTransaction: () => false });
    expect((await start()).isInTransaction()).toBe(false);
  });
});
