import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { LocalError } from '@arch/core';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';

import type { FoundPath } from './found-path.js';
import { pathFilter, type PathPatterns } from './path-filter.js';
import { walkDirectory } from './walk-directory.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'arch-walk-'));
});
afterEach(() => rm(root, { recursive: true }));

const write = async (path: string, content = ''): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
};

const walk = async (patterns: PathPatterns = {}, followSymlinks = false): Promise<readonly FoundPath[]> => {
  const found: FoundPath[] = [];
  const settings = {
    operation: 'uploadDirectory',
    filter: await pathFilter(patterns),
    followSymlinks,
    signal: undefined,
  };
  for await (const each of walkDirectory(root, settings)) found.push(each);
  return found;
};

const pathsOf = (found: readonly FoundPath[]): readonly string[] => found.map(({ path }) => path);

it('yields files in the order of their UTF-8 keys', async () => {
  const name = fc.string({
    unit: fc.constantFrom('a', 'b', '-', '.', '0', 'é', '\uE000', '😀'),
    minLength: 1,
    maxLength: 3,
  });
  const paths = fc.array(
    fc.array(
      name.filter((text) => !/^\.+$/.test(text)),
      { minLength: 1, maxLength: 4 },
    ),
    { maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(paths, async (all) => {
      await rm(root, { recursive: true });
      await mkdir(root);
      const written = new Set<string>();
      for (const names of all) {
        // A path whose directory is a file already, or the reverse, cannot be written.
        await write(names.join('/')).then(
          () => written.add(names.join('/')),
          () => undefined,
        );
      }
      const sorted = [...written].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
      expect(pathsOf(await walk())).toEqual(sorted);
    }),
    { numRuns: 60 },
  );
});

it('tells size and time, of many files in one directory too', async () => {
  await write('a/b', 'hello');
  for (let at = 0; at < 150; at++) await write(`many/${at}`);
  const found = await walk();
  expect(found).toHaveLength(151);
  expect(found[0]).toEqual({ kind: 'file', path: 'a/b', sizeBytes: 5, modifiedMs: expect.any(Number) as number });
});

it('does not read excluded directories', async () => {
  await write('a/b');
  await write('node_modules/c/d');
  await mkdir(join(root, 'secret'), { mode: 0o000 });
  expect(pathsOf(await walk({ exclude: ['node_modules', 'secret'] }))).toEqual(['a/b']);
  expect(pathsOf(await walk({ include: ['d'] })).filter((path) => path !== 'secret/')).toEqual(['node_modules/c/d']);
});

it('yields symbolic links, other files and temporary files as skipped', async () => {
  await write('a/b');
  await write('film.3f2a9c-1234-5d7e01bc.part');
  await symlink('a', join(root, 'link'));
  await symlink('nowhere', join(root, 'broken'));
  expect((await walk()).filter(({ kind }) => kind === 'skipped')).toEqual([
    { kind: 'skipped', path: 'broken', reason: 'symbolic-link' },
    { kind: 'skipped', path: 'film.3f2a9c-1234-5d7e01bc.part', reason: 'temporary-file' },
    { kind: 'skipped', path: 'link', reason: 'symbolic-link' },
  ]);
});

it('follows symbolic links on request, in order, without a loop, and names broken links', async () => {
  await write('a/b');
  await write('link.txt');
  await symlink('a', join(root, 'link'));
  await symlink('..', join(root, 'a', 'up'));
  await symlink('nowhere', join(root, 'broken'));
  const found = await walk({}, true);
  expect(pathsOf(found)).toEqual(['a/b', 'a/up/', 'broken', 'link.txt', 'link/b', 'link/up/']);
  expect(found[1]).toEqual({ kind: 'skipped', path: 'a/up/', reason: 'symbolic-link' });
  expect(found[2]).toMatchObject({ kind: 'unread', error: { name: 'LocalError', code: 'ENOENT' } });
});

it('rejects if the directory does not exist or is a file', async () => {
  await write('file');
  root = join(root, 'file');
  await expect(walk()).rejects.toThrow(LocalError);
  await expect(walk()).rejects.toMatchObject({
    code: 'ENOTDIR',
    message: `uploadDirectory: cannot read ${root}: not a directory (ENOTDIR).`,
  });
  root = dirname(root);
});

it('names a directory and a file that vanish during the walk, and continues', async () => {
  for (const path of ['a/b', 'c/d', 'e/f', 'e/g']) await write(path);
  const found: FoundPath[] = [];
  const settings = {
    operation: 'uploadDirectory',
    filter: await pathFilter({}),
    followSymlinks: false,
    signal: undefined,
  };
  for await (const each of walkDirectory(root, settings)) {
    if (each.path === 'a/b') await rm(join(root, 'c'), { recursive: true });
    found.push(each);
  }
  expect(pathsOf(found)).toEqual(['a/b', 'c/', 'e/f', 'e/g']);
  expect(found[1]).toMatchObject({ kind: 'unread', error: { name: 'LocalError', code: 'ENOENT' } });
});

// The user root may read everything.
it.skipIf(process.getuid?.() === 0)('names a directory without permission, and continues', async () => {
  await write('a');
  await write('b/c');
  await write('d');
  await chmod(join(root, 'b'), 0o000);
  const found = await walk();
  await chmod(join(root, 'b'), 0o700);
  expect(pathsOf(found)).toEqual(['a', 'b/', 'd']);
  expect(found[1]).toMatchObject({ kind: 'unread', error: { code: 'EACCES' } });
});

it('names a file whose name is not UTF-8', async () => {
  await writeFile(Buffer.concat([Buffer.from(join(root, 'a')), Buffer.from([0xff])]), '');
  expect(await walk()).toMatchObject([
    {
      kind: 'unread',
      path: 'a\uFFFD',
      error: {
        code: 'EILSEQ',
        message: expect.stringMatching(/is not valid UTF-8, as keys are\. Rename it\.$/) as string,
      },
    },
  ]);
});
