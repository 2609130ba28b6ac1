import { chmod, mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { InvalidInputError } from '@arch/core';
import { strFromU8, unzipSync, zipSync } from 'fflate/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { packFunctionCode } from './index.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-code-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
};

/** Names and Unix modes in the directory at the end of a .zip file. */
const modesOf = (zip: Uint8Array): Record<string, string> => {
  const bytes = Buffer.from(zip);
  const modes: Record<string, string> = {};
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    modes[name] = (bytes.readUInt32LE(at + 38) >>> 16).toString(8);
  }
  return modes;
};

it('packs the same files into the same bytes, independent of their times and order', async () => {
  await write({ 'index.mjs': 'export const handler = 1;', 'lib/b.mjs': 'b', 'lib/a.mjs': 'a' });
  const first = await packFunctionCode({ folder });
  await rm(join(folder, 'lib/a.mjs'));
  await write({ 'lib/a.mjs': 'a' });
  await utimes(join(folder, 'index.mjs'), new Date('2001-01-01'), new Date('2001-01-01'));
  await chmod(join(folder, 'lib/b.mjs'), 0o600);
  const second = await packFunctionCode({ folder });
  expect(second.codeSha256).toBe(first.codeSha256);
  expect(first.files).toEqual(['index.mjs', 'lib/a.mjs', 'lib/b.mjs']);
  await write({ 'lib/a.mjs': 'A' });
  expect((await packFunctionCode({ folder })).codeSha256).not.toBe(first.codeSha256);
});

it("returns Lambda's hash, on every machine", async () => {
  await write({ 'index.mjs': 'export const handler = async () => "hello";\n' });
  const { zip, codeSha256 } = await packFunctionCode({ folder });
  expect(strFromU8(unzipSync(zip)['index.mjs']!)).toBe('export const handler = async () => "hello";\n');
  expect(codeSha256).toBe('TB7qe2NPku7d7Q0oCh2AIMvRRVyDeCVadYtsqJMjxqk=');
});

it('makes all files readable for other users, and keeps executable files executable', async () => {
  await write({ bootstrap: '#!/bin/sh', 'tool.sh': '#!/bin/sh', 'data.json': '{}' });
  await chmod(join(folder, 'tool.sh'), 0o700);
  await chmod(join(folder, 'data.json'), 0o600);
  expect(modesOf((await packFunctionCode({ folder })).zip)).toEqual({
    bootstrap: '100755',
    'data.json': '100644',
    'tool.sh': '100755',
  });
});

it('packs links to paths inside the folder as links', async () => {
  await write({ 'node_modules/.pnpm/a@1/node_modules/a/index.js': 'a' });
  await symlink(join(folder, 'node_modules/.pnpm/a@1/node_modules/a'), join(folder, 'node_modules/a'));
  const { zip } = await packFunctionCode({ folder });
  expect(modesOf(zip)).toMatchObject({ 'node_modules/a': '120777' });
  expect(strFromU8(unzipSync(zip)['node_modules/a']!)).toBe('.pnpm/a@1/node_modules/a');
});

it('rejects links to paths outside the folder, or to paths that do not exist', async () => {
  await write({ 'index.mjs': '' });
  await symlink('/etc/hosts', join(folder, 'hosts'));
  await expect(packFunctionCode({ folder })).rejects.toThrow(/hosts is a link to a path outside the folder: /);
  await rm(join(folder, 'hosts'));
  await symlink('gone', join(folder, 'nowhere'));
  await expect(packFunctionCode({ folder })).rejects.toThrow(/nowhere is a link to a path that does not exist: gone/);
});

it('does not pack .git and .DS_Store', async () => {
  await write({ 'index.mjs': '', '.git/config': '', '.DS_Store': '', '.gitignore': '' });
  expect(await packFunctionCode({ folder })).toMatchObject({ files: ['.gitignore', 'index.mjs'], excluded: [] });
});

it('packs one file: JavaScript as the module index, other files by their name', async () => {
  await write({ 'hello.cjs': 'exports.handler = 1;', 'app.py': 'def handler(): pass' });
  expect((await packFunctionCode({ file: join(folder, 'hello.cjs') })).files).toEqual(['index.cjs']);
  expect((await packFunctionCode({ file: join(folder, 'app.py') })).files).toEqual(['app.py']);
});

it('bundles TypeScript with its imports, without other files of the folder', async () => {
  await write({
    'index.ts':
      "import { greet } from './greet.ts';\nimport legacy from './legacy.cjs';\nexport const handler = async (name: string): Promise<string> => legacy(greet(name));",
    'greet.ts': 'export const greet = (name: string): string => `hello ${name}`;',
    'legacy.cjs': "const { posix } = require('path'); module.exports = (text) => posix.join(text, 'x');",
  });
  await symlink('/etc/hosts', join(folder, 'beside'));
  const packed = await packFunctionCode({ folder });
  expect(packed.files).toEqual(['index.mjs']);
  expect((await packFunctionCode({ file: join(folder, 'index.ts') })).codeSha256).toBe(packed.codeSha256);
  await writeFile(join(folder, 'out.mjs'), unzipSync(packed.zip)['index.mjs']!);
  const { handler } = (await import(join(folder, 'out.mjs'))) as { handler: (name: string) => Promise<string> };
  await expect(handler('you')).resolves.toBe('hello you/x');
});

it('packs a folder with index.ts and index.js without bundling', async () => {
  await write({ 'index.ts': 'not TypeScript', 'index.js': '' });
  expect((await packFunctionCode({ folder })).files).toEqual(['index.js', 'index.ts']);
});

it('names the file and line that esbuild cannot bundle', async () => {
  await write({ 'index.ts': "import './gone.ts';" });
  await expect(packFunctionCode({ folder })).rejects.toThrow(
    /^packFunctionCode: cannot pack code\.folder \(".+"\): esbuild cannot bundle the code: index\.ts:1: Could not resolve "\.\/gone\.ts"\./,
  );
});

it('names the remedy if esbuild is not installed', async () => {
  await write({ 'index.ts': '' });
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  await expect(packFunctionCode({ folder })).rejects.toThrow(
    /TypeScript is bundled with esbuild, which is not installed\. Run npm install --save-dev esbuild, or pass JavaScript\./,
  );
});

it('returns an existing .zip file unchanged, from bytes or a path', async () => {
  const zip = zipSync({ 'index.js': new Uint8Array(3), 'lib/a.js': new Uint8Array(2) });
  await writeFile(join(folder, 'code.zip'), zip);
  const packed = await packFunctionCode({ zip: join(folder, 'code.zip') });
  expect(packed.files).toEqual(['index.js', 'lib/a.js']);
  expect(Buffer.compare(packed.zip, zip)).toBe(0);
  expect((await packFunctionCode({ zip })).codeSha256).toBe(packed.codeSha256);
});

it("rejects code over Lambda's limits before anything is sent", async () => {
  await write({ 'index.mjs': '' });
  await truncate(join(folder, 'index.mjs'), 262_144_000);
  await expect(packFunctionCode({ folder })).rejects.toThrow(
    /the code has 262,144,000 bytes unzipped, and Lambda accepts less than 262,144,000\. Remove files/,
  );
  const zip = zipSync({ 'index.js': [new Uint8Array(52_428_800), { level: 0 }] });
  await expect(packFunctionCode({ zip })).rejects.toThrow(
    /the \.zip file has 52,\d{3},\d{3} bytes, and Lambda accepts at most 52,428,800\. Upload it to S3, and pass s3Bucket and s3Key\./,
  );
});

it.each([
  ['folder', { folder: '/no/such/folder' }, '/no/such/folder'],
  ['file', { file: '/no/such/file.js' }, '/no/such/file.js'],
  ['.zip file', { zip: '/no/such/code.zip' }, '/no/such/code.zip'],
])('throws LocalError for a %s that does not exist', async (_kind, code, path) => {
  await expect(packFunctionCode(code)).rejects.toMatchObject({
    name: 'LocalError',
    operation: 'packFunctionCode',
    code: 'ENOENT',
    path,
    message: `packFunctionCode: cannot read ${path}: no such file or directory (ENOENT).`,
  });
});

it.each([
  [
    'a TypeScript file that does not exist',
    { file: '/no/such/file.ts' },
    /cannot pack code\.file \("\/no\/such\/file\.ts"\): /,
  ],
  ['bytes that are not a .zip file', { zip: new Uint8Array(100) }, /cannot pack code\.zip \(100 bytes\): /],
])('rejects %s', async (_kind, code, message) => {
  const call = packFunctionCode(code);
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
});

it('rejects an empty folder, and rejects with the reason of an abort', async () => {
  await expect(packFunctionCode({ folder })).rejects.toThrow(/the folder contains no files\.$/);
  await write({ 'index.mjs': '' });
  const reason = new Error('enough');
  await expect(packFunctionCode({ folder }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});
