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

/** Names and Unix modes as the table at the end of a .zip file has them. */
const modesOf = (zip: Uint8Array): Record<string, string> => {
  const bytes = Buffer.from(zip);
  const modes: Record<string, string> = {};
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    modes[name] = (bytes.readUInt32LE(at + 38) >>> 16).toString(8);
  }
  return modes;
};

it('packs the same files into the same bytes, whenever and in whatever order they were written', async () => {
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

it('has the hash that Lambda computes, wherever it was packed', async () => {
  await write({ 'index.mjs': 'export const handler = async () => "hello";\n' });
  const { zip, codeSha256 } = await packFunctionCode({ folder });
  expect(strFromU8(unzipSync(zip)['index.mjs']!)).toBe('export const handler = async () => "hello";\n');
  expect(codeSha256).toBe('TB7qe2NPku7d7Q0oCh2AIMvRRVyDeCVadYtsqJMjxqk=');
});

it('keeps programs executable and makes everything readable, for Lambda runs it as somebody else', async () => {
  await write({ bootstrap: '#!/bin/sh', 'tool.sh': '#!/bin/sh', 'data.json': '{}' });
  await chmod(join(folder, 'tool.sh'), 0o700);
  await chmod(join(folder, 'data.json'), 0o600);
  expect(modesOf((await packFunctionCode({ folder })).zip)).toEqual({
    bootstrap: '100755',
    'data.json': '100644',
    'tool.sh': '100755',
  });
});

it('keeps links within the folder as links', async () => {
  await write({ 'node_modules/.pnpm/a@1/node_modules/a/index.js': 'a' });
  await symlink(join(folder, 'node_modules/.pnpm/a@1/node_modules/a'), join(folder, 'node_modules/a'));
  const { zip } = await packFunctionCode({ folder });
  expect(modesOf(zip)).toMatchObject({ 'node_modules/a': '120777' });
  expect(strFromU8(unzipSync(zip)['node_modules/a']!)).toBe('.pnpm/a@1/node_modules/a');
});

it('refuses links that lead out of the folder, or nowhere', async () => {
  await write({ 'index.mjs': '' });
  await symlink('/etc/hosts', join(folder, 'hosts'));
  await expect(packFunctionCode({ folder })).rejects.toThrow(/hosts in it is a link that leads out of the folder/);
  await rm(join(folder, 'hosts'));
  await symlink('gone', join(folder, 'nowhere'));
  await expect(packFunctionCode({ folder })).rejects.toThrow(/nowhere in it is a link that leads nowhere, to gone/);
});

it('leaves out what is no code: .git, .DS_Store', async () => {
  await write({ 'index.mjs': '', '.git/config': '', '.DS_Store': '', '.gitignore': '' });
  expect(await packFunctionCode({ folder })).toMatchObject({ files: ['.gitignore', 'index.mjs'], excluded: [] });
});

it('takes one file: JavaScript as the module index, others by their name', async () => {
  await write({ 'hello.cjs': 'exports.handler = 1;', 'app.py': 'def handler(): pass' });
  expect((await packFunctionCode({ file: join(folder, 'hello.cjs') })).files).toEqual(['index.cjs']);
  expect((await packFunctionCode({ file: join(folder, 'app.py') })).files).toEqual(['app.py']);
});

it('bundles TypeScript with what it imports, and nothing that lies beside it', async () => {
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

it('takes JavaScript that lies beside its TypeScript as it is', async () => {
  await write({ 'index.ts': 'not TypeScript', 'index.js': '' });
  expect((await packFunctionCode({ folder })).files).toEqual(['index.js', 'index.ts']);
});

it('says where TypeScript cannot be bundled', async () => {
  await write({ 'index.ts': "import './gone.ts';" });
  await expect(packFunctionCode({ folder })).rejects.toThrow(
    /cannot be packed: esbuild cannot bundle it: index\.ts:1: Could not resolve "\.\/gone\.ts"\./,
  );
});

it('says what to do where esbuild is missing', async () => {
  await write({ 'index.ts': '' });
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  await expect(packFunctionCode({ folder })).rejects.toThrow(
    /esbuild is not installed: run npm install --save-dev esbuild/,
  );
});

it('passes on a .zip file, as bytes or by its path', async () => {
  const zip = zipSync({ 'index.js': new Uint8Array(3), 'lib/a.js': new Uint8Array(2) });
  await writeFile(join(folder, 'code.zip'), zip);
  const packed = await packFunctionCode({ zip: join(folder, 'code.zip') });
  expect(packed.files).toEqual(['index.js', 'lib/a.js']);
  expect(Buffer.compare(packed.zip, zip)).toBe(0);
  expect((await packFunctionCode({ zip })).codeSha256).toBe(packed.codeSha256);
});

it('refuses what is over the limits before anything is read or sent', async () => {
  await write({ 'index.mjs': '' });
  await truncate(join(folder, 'index.mjs'), 262_144_000);
  await expect(packFunctionCode({ folder })).rejects.toThrow(/262,144,000 bytes unzipped, .* less than 262,144,000/);
  const zip = zipSync({ 'index.js': [new Uint8Array(52_428_800), { level: 0 }] });
  await expect(packFunctionCode({ zip })).rejects.toThrow(
    /bytes zipped\. Upload it to S3, and pass s3Bucket and s3Key/,
  );
});

it.each([
  ['a folder that is not there', { folder: '/no/such/folder' }, '/no/such/folder'],
  ['a file that is not there', { file: '/no/such/file.js' }, '/no/such/file.js'],
  ['a .zip file that is not there', { zip: '/no/such/code.zip' }, '/no/such/code.zip'],
])('says what this machine does not have: %s', async (_what, code, path) => {
  await expect(packFunctionCode(code)).rejects.toMatchObject({
    name: 'LocalError',
    operation: 'packFunctionCode',
    code: 'ENOENT',
    path,
    message: `packFunctionCode: cannot read ${path}: no such file or directory (ENOENT).`,
  });
});

it.each([
  ['a file of TypeScript that is not there', { file: '/no/such/file.ts' }, /code\.file is .* cannot be packed/],
  ['bytes that are no .zip file', { zip: new Uint8Array(100) }, /code\.zip is 100 bytes, which cannot be packed: /],
])('refuses %s', async (_what, code, message) => {
  const call = packFunctionCode(code);
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
});

it('refuses a folder without a file, and ends with the reason of an abort', async () => {
  await expect(packFunctionCode({ folder })).rejects.toThrow(/there is no file in it/);
  await write({ 'index.mjs': '' });
  const reason = new Error('enough');
  await expect(packFunctionCode({ folder }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});
