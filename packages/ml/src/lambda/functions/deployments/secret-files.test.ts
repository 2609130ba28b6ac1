import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type ArchEvent, InvalidInputError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { unzipSync } from 'fflate/browser';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { samples } from '../../../__fixtures__/contract-samples.js';
import { createFunction, updateFunctionCode } from './index.js';

const hello = fileURLToPath(new URL('../code/__fixtures__/hello', import.meta.url));
const role = 'arn:aws:iam::123456789012:role/hello';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-deployed-'));
  await cp(hello, folder, { recursive: true });
  await writeFile(join(folder, '.npmrc'), '//registry.example/:_authToken=marker');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const deploy = {
  createFunction: (code: { folder: string; include?: string[] }, options: object) =>
    createFunction({ functionName: 'hello', role, code }, options),
  updateFunctionCode: (code: { folder: string; include?: string[] }, options: object) =>
    updateFunctionCode({ functionName: 'hello', code }, options),
};

it.each(['createFunction', 'updateFunctionCode'] as const)(
  '%s sends no secret file, and publishes one warning that names it',
  async (name) => {
    await using aws = fakeAws({ answers: samples.answers });
    const events: ArchEvent[] = [];
    const options = { session: aws.session, onEvent: (event: ArchEvent) => void events.push(event) };
    await deploy[name]({ folder }, options);
    await deploy[name]({ folder, include: ['.npmrc'] }, options);
    const zips = aws.requests.map(({ input }) => {
      const { Code, ZipFile } = input as { Code?: { ZipFile: Uint8Array }; ZipFile?: Uint8Array };
      return Object.keys(unzipSync((Code?.ZipFile ?? ZipFile)!));
    });
    expect(zips).toEqual([['index.mjs'], ['.npmrc', 'index.mjs']]);
    expect(events.filter(({ type }) => type === 'warning')).toMatchObject([
      {
        operation: name,
        message:
          'Files that may be secrets are not packed: .npmrc. Add files that the function requires to code.include.',
      },
    ]);
  },
);

it('names the module of the handler if it is excluded because of a private key', async () => {
  await writeFile(join(folder, 'index.mjs'), `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n`);
  await writeFile(join(folder, 'other.mjs'), '');
  await using aws = fakeAws();
  const creating = deploy.createFunction({ folder }, { session: aws.session });
  await expect(creating).rejects.toThrow(InvalidInputError);
  await expect(creating).rejects.toThrow(
    'handler must name a module in the code (got "index.handler"). The code contains other.mjs. Not packed, because they may be secrets: .npmrc, index.mjs; add required files to code.include.',
  );
  expect(aws.requests).toEqual([]);
});
