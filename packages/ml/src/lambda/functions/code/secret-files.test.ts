import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { InvalidInputError } from '@arch/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { packFunctionCode } from './index.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-secret-files-'));
  await write({ 'index.mjs': '' });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<void> => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
};

const pack = async (
  include?: readonly string[],
): Promise<readonly [files: readonly string[], excluded: readonly string[]]> => {
  const { files, excluded } = await packFunctionCode({ folder, include });
  return [files, excluded];
};

// Not a real key: four lines of one letter.
const body = `${'A'.repeat(64)}\n`.repeat(4);
const pem = (kind = 'PRIVATE KEY'): string => `-----BEGIN ${kind}-----\n${body}-----END ${kind}-----\n`;

describe('a file that may be a secret by its name', () => {
  it.each([
    '.npmrc',
    '.env',
    '.env.local',
    '.envrc',
    '.ENV',
    'id_rsa',
    'id_dsa',
    'id_ecdsa',
    'id_ed25519',
    'lib/deep/.npmrc',
    'node_modules/a/.env',
    'keys/id_rsa',
  ])('is not packed, and listed: %s', async (name) => {
    await write({ [name]: 'x' });
    expect(await pack()).toEqual([['index.mjs'], [name]]);
    expect(await pack([name])).toEqual([[name, 'index.mjs'].sort(), []]);
  });

  it.each(['.aws', '.ssh', 'lib/.aws', '.env'])('is not packed, and its folder %s is listed once', async (name) => {
    await write({ [`${name}/config`]: 'x', [`${name}/deep/credentials`]: 'x' });
    expect(await pack()).toEqual([['index.mjs'], [`${name}/`]]);
  });

  it.each(['id_rsa.pub', 'npmrc', 'environment.json', 'my.env', 'aws/config', 'id_rsa2'])(
    'is not %s, which is packed',
    async (name) => {
      await write({ [name]: 'x' });
      expect(await pack()).toEqual([[name, 'index.mjs'].sort(), []]);
    },
  );
});

describe('a private key in a text file', () => {
  it.each([
    ['server.key', pem()],
    ['server.pem', `${pem('CERTIFICATE')}${pem('RSA PRIVATE KEY')}`],
    ['windows.pem', pem('EC PRIVATE KEY').replaceAll('\n', '\r\n')],
    ['deploy', pem('OPENSSH PRIVATE KEY')],
    ['encrypted', '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n'],
    ['gpg.asc', pem('PGP PRIVATE KEY BLOCK')],
    ['notes.md', `Some text.\n\n    ${pem('DSA PRIVATE KEY')}`],
    ['account.json', JSON.stringify({ private_key: pem() })],
    ['config.mjs', `export const key = \`${pem()}\`;`],
    ['one-line.txt', pem().replaceAll('\n', ' ')],
    ['after-a-megabyte.txt', `${'x'.repeat(1_048_576)}\n${pem()}`],
  ])('excludes %s', async (name, content) => {
    await write({ [name]: content });
    expect(await pack()).toEqual([['index.mjs'], [name]]);
    expect(await pack([name])).toEqual([[name, 'index.mjs'].sort(), []]);
  });

  it.each([
    ['certificate.pem', pem('CERTIFICATE')],
    ['public.pem', pem('PUBLIC KEY')],
    [
      'sign.js',
      "const begin = '-----BEGIN PRIVATE KEY-----\\\\n'; if (text.startsWith('-----BEGIN RSA PRIVATE KEY-----')) read(text);",
    ],
    ['template.js', 'const pem = `-----BEGIN PRIVATE KEY-----\\n${key}\\n-----END PRIVATE KEY-----`;'],
    ['library.so', Buffer.concat([Buffer.of(0x7f, 0x45, 0x4c, 0x46, 0, 0), Buffer.from(pem())])],
  ])('is not found in %s, which is packed', async (name, content) => {
    await write({ [name]: content });
    expect(await pack()).toEqual([['index.mjs', name].sort(), []]);
  });
});

describe('links', () => {
  it('to excluded files are excluded too', async () => {
    await write({ '.npmrc': 'x', '.aws/credentials': 'x', 'certificates/server.key': pem(), 'data.json': '{}' });
    await symlink(join(folder, '.npmrc'), join(folder, 'npmrc'));
    await symlink(join(folder, '.aws'), join(folder, 'settings'));
    await symlink(join(folder, '.aws/credentials'), join(folder, 'credentials'));
    await symlink(join(folder, 'certificates/server.key'), join(folder, 'server.txt'));
    await symlink(join(folder, 'npmrc'), join(folder, 'twice'));
    await symlink(join(folder, 'data.json'), join(folder, 'alias.json'));
    await symlink('/etc/hosts', join(folder, '.env'));
    expect(await pack()).toEqual([
      ['alias.json', 'data.json', 'index.mjs'],
      ['.aws/', '.env', '.npmrc', 'certificates/server.key', 'credentials', 'npmrc', 'server.txt', 'settings', 'twice'],
    ]);
    const [files] = await pack(['.npmrc', 'certificates/server.key']);
    expect(files).toEqual([
      '.npmrc',
      'alias.json',
      'certificates/server.key',
      'data.json',
      'index.mjs',
      'npmrc',
      'server.txt',
      'twice',
    ]);
  });
});

describe('include', () => {
  it('packs one file of an excluded folder, or the whole folder', async () => {
    await write({ '.aws/config': 'x', '.aws/credentials': 'x' });
    await symlink(join(folder, '.aws/config'), join(folder, 'config'));
    expect(await pack(['.aws/config'])).toEqual([['.aws/config', 'config', 'index.mjs'], ['.aws/']]);
    expect(await pack(['.aws/'])).toEqual([['.aws/config', '.aws/credentials', 'config', 'index.mjs'], []]);
  });

  it('requires exact paths of existing files', async () => {
    await write({ 'lib/.npmrc': 'x' });
    await expect(pack(['.npmrc'])).rejects.toThrow(InvalidInputError);
    await expect(pack(['.npmrc'])).rejects.toThrow(
      /cannot pack code\.folder \(.+\): the folder does not contain \.npmrc, listed in include\./,
    );
  });
});

it('lists the excluded files in the error if the folder contains no other files', async () => {
  await rm(join(folder, 'index.mjs'));
  await write({ '.npmrc': 'x', id_rsa: 'x' });
  await expect(pack()).rejects.toThrow(/the folder contains no files except \.npmrc, id_rsa, which may be secrets\./);
});
