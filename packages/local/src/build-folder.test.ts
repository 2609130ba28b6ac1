import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './__fixtures__/temporary-folder.js';
import { buildFolder } from './build-folder.js';

describe('buildFolder', () => {
  it('gives the folder its final name only after it is filled', async () => {
    await using cache = await temporaryFolder();
    const folder = join(cache.path, 'arch', 'program');
    await buildFolder(folder, async (building) => {
      expect(await readdir(join(cache.path, 'arch'))).toEqual([expect.stringContaining('program.building-')]);
      await writeFile(join(building, 'file'), 'text');
    });
    expect(await readdir(join(cache.path, 'arch'))).toEqual(['program']);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('keeps the folder that another process has completed in the meantime', async () => {
    await using cache = await temporaryFolder();
    const folder = join(cache.path, 'program');
    await buildFolder(folder, async (building) => {
      await writeFile(join(building, 'second'), '');
      await buildFolder(folder, (first) => writeFile(join(first, 'first'), ''));
    });
    expect(await readdir(cache.path)).toEqual(['program']);
    expect(await readdir(folder)).toEqual(['first']);
  });

  it('leaves nothing after a failure', async () => {
    await using cache = await temporaryFolder();
    const failing = buildFolder(join(cache.path, 'program'), () => Promise.reject(new Error('no network')));
    await expect(failing).rejects.toThrow('no network');
    expect(await readdir(cache.path)).toEqual([]);
  });
});
