import { mkdir, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './__fixtures__/temporary-folder.js';
import { removeAbandoned } from './remove-abandoned.js';

async function folderOfAge(path: string, hours: number): Promise<void> {
  await mkdir(join(path, 'inside'), { recursive: true });
  const time = Date.now() / 1_000 - hours * 3_600;
  await utimes(path, time, time);
}

describe('removeAbandoned', () => {
  it('deletes only the folders of interrupted installations', async () => {
    await using cache = await temporaryFolder();
    await folderOfAge(join(cache.path, 'aaaa.building-1'), 2);
    await folderOfAge(join(cache.path, 'aaaa.building-2'), 0);
    await folderOfAge(join(cache.path, 'aaaa'), 2_000);
    await removeAbandoned(cache.path);
    expect((await readdir(cache.path)).toSorted()).toEqual(['aaaa', 'aaaa.building-2']);
  });

  it('does nothing before the first installation', async () => {
    await expect(removeAbandoned('/nowhere/arch/local')).resolves.toBeUndefined();
  });
});
