import { type FileHandle, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { AlreadyExistsError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { createKeyPair } from './index.js';

const secret = '-----BEGIN RSA PRIVATE KEY-----\nMIIE-the-secret\n-----END RSA PRIVATE KEY-----';
const response = {
  KeyPairId: 'key-0123456789abcdef0',
  KeyName: 'operations',
  KeyFingerprint: '1f:51',
  KeyMaterial: secret,
  Tags: [],
};
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'arch-key-'))));
afterAll(() => rm(folder, { recursive: true }));

it('returns the private key, which logs and JSON do not contain', async () => {
  await using aws = fakeAws({ answers: { CreateKeyPair: response } });
  const keyPair = await createKeyPair(
    { keyName: 'operations', keyType: 'ed25519', tags: { team: 'web' } },
    { session: aws.session },
  );
  expect(keyPair.privateKey).toBe(secret);
  expect(inspect(keyPair, { depth: 9 }) + JSON.stringify(keyPair) + inspect(keyPair.aws)).not.toContain('the-secret');
  expect(aws.requests[0]?.input).toEqual({
    KeyName: 'operations',
    KeyType: 'ed25519',
    TagSpecifications: [{ ResourceType: 'key-pair', Tags: [{ Key: 'team', Value: 'web' }] }],
  });
});

it('writes the private key to a file that only its owner can read', async () => {
  await using aws = fakeAws({ answers: { CreateKeyPair: response } });
  const file = join(folder, 'new.pem');
  await createKeyPair({ keyName: 'operations', file }, { session: aws.session });
  expect(await readFile(file, 'utf8')).toBe(secret);
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('rejects an existing file before anything is sent', async () => {
  await using aws = fakeAws({ answers: { CreateKeyPair: response } });
  const file = join(folder, 'there.pem');
  await writeFile(file, 'mine');
  const call = createKeyPair({ keyName: 'operations', file }, { session: aws.session });
  await expect(call).rejects.toMatchObject({
    name: 'LocalError',
    code: 'EEXIST',
    path: file,
    message: `createKeyPair: cannot create ${file}: file already exists (EEXIST).`,
  });
  expect(await readFile(file, 'utf8')).toBe('mine');
  expect(aws.requests).toEqual([]);
});

it('removes the file if AWS rejects the request', async () => {
  await using aws = fakeAws();
  aws.on('CreateKeyPair', awsError('InvalidKeyPair.Duplicate', "The keypair 'operations' already exists."));
  const file = join(folder, 'refused.pem');
  await expect(createKeyPair({ keyName: 'operations', file }, { session: aws.session })).rejects.toThrow(
    AlreadyExistsError,
  );
  await expect(stat(file)).rejects.toThrow(/ENOENT/);
});

it('deletes the key pair if the private key cannot be written, and names it in the error if the deletion fails', async () => {
  await using aws = fakeAws({ answers: { CreateKeyPair: response, DeleteKeyPair: { Return: true } } });
  const file = join(folder, 'full.pem');
  const probe = await open(join(folder, 'probe'), 'w');
  const write = vi.spyOn(Object.getPrototypeOf(probe) as FileHandle, 'writeFile');
  write.mockRejectedValue(
    Object.assign(new Error('no space left on device'), { code: 'ENOSPC', errno: -28, syscall: 'write' }),
  );
  const failing = (): Promise<unknown> =>
    createKeyPair({ keyName: 'operations', file }, { session: aws.session }).catch((thrown: unknown) => thrown);
  try {
    expect(await failing()).toMatchObject({ name: 'LocalError', code: 'ENOSPC', path: file });
    expect(aws.requests.at(-1)).toMatchObject({ operation: 'DeleteKeyPair', input: { KeyName: 'operations' } });
    aws.on('DeleteKeyPair', awsError('UnauthorizedOperation', 'No.', { status: 403 }));
    expect(await failing()).toMatchObject({
      message: expect.stringContaining(
        'The key pair operations (key-0123456789abcdef0) is left, and its private key is lost: delete it with deleteKeyPair.',
      ) as string,
    });
  } finally {
    write.mockRestore();
    await probe.close();
  }
  await expect(stat(file)).rejects.toThrow(/ENOENT/);
});

it('notes in DeadlineError that the key pair may exist', async () => {
  await using aws = fakeAws({ answers: { CreateKeyPair: fault('hang') } });
  await expect(createKeyPair('operations', { session: aws.session, timeoutMs: 5_000 })).rejects.toThrow(
    /^createKeyPair: not completed within 5000 ms, while waiting for a response, after 1 attempt\. .* The key pair operations may exist, /,
  );
});

it.each([
  ['an empty name', { keyName: '' }, /keyName must be 1–255 printable ASCII characters \(got ""\)/],
  ['a name that is too long', { keyName: 'x'.repeat(256) }, /at most 255 characters/],
  [
    'an unknown key type',
    { keyName: 'a', keyType: 'dsa' as 'rsa' },
    /keyType must be "rsa" or "ed25519" \(got "dsa"\)/,
  ],
])('rejects %s before anything is sent', async (_what, input, message) => {
  await using aws = fakeAws();
  await expect(createKeyPair(input, { session: aws.session })).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
