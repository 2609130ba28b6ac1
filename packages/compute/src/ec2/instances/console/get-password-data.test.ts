import { constants, generateKeyPairSync, type KeyObject, publicEncrypt } from 'node:crypto';
import { inspect } from 'node:util';

import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { getPasswordData } from './index.js';

const instanceId = 'i-0123456789abcdef0';
const password = 'pä$$w0rd&ViJ652e*u';

const { publicKey, privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (type: 'pkcs1' | 'pkcs8', of: KeyObject = key): string => of.export({ type, format: 'pem' }) as string;

/** Encrypts like Windows: RSA with PKCS #1 v1.5, in base64 between line breaks. */
const encrypted = (text: string): string =>
  `\r\n${publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text)).toString('base64')}\r\n`;

const response = (PasswordData: string): object => ({
  InstanceId: instanceId,
  Timestamp: '2026-11-01T10:00:00Z',
  PasswordData,
});

it.each(['pkcs1', 'pkcs8'] as const)(
  'decrypts the password with a key in %s format, and never sends the key',
  async (type) => {
    const data = encrypted(password);
    await using aws = fakeAws({ answers: { GetPasswordData: response(data) } });
    const result = await getPasswordData({ instanceId, privateKey: pem(type) }, { session: aws.session });
    expect(result).toEqual({
      instanceId,
      timestamp: new Date('2026-11-01T10:00:00Z'),
      passwordData: data.trim(),
      password,
    });
    expect(result.aws).toMatchObject({ InstanceId: instanceId });
    expect(aws.requests).toHaveLength(1);
    expect(aws.requests[0]?.input).toEqual({ InstanceId: instanceId });
    expect(aws.requests[0]?.body).not.toContain('PRIVATE');
  },
);

it('returns the encrypted password without a key', async () => {
  const data = encrypted(password);
  await using aws = fakeAws({ answers: { GetPasswordData: response(data) } });
  const result = await getPasswordData(instanceId, { session: aws.session });
  expect(result).toMatchObject({ passwordData: data.trim() });
  expect(result).not.toHaveProperty('password');
});

it.each(['', '\r\n'])('returns no password before the instance has written one (%j)', async (none) => {
  await using aws = fakeAws({ answers: { GetPasswordData: response(none) } });
  const result = await getPasswordData({ instanceId, privateKey: pem('pkcs1') }, { session: aws.session });
  expect(result).toEqual({ instanceId, timestamp: new Date('2026-11-01T10:00:00Z') });
});

it.each([
  ['of the same size', 2048],
  ['of another size', 3072],
])(
  'rejects a wrong key %s instead of returning a wrong password, and does not quote the key',
  async (_what, modulusLength) => {
    const other = pem('pkcs8', generateKeyPairSync('rsa', { modulusLength }).privateKey);
    await using aws = fakeAws({ answers: { GetPasswordData: response(encrypted(password)) } });
    const error = await getPasswordData({ instanceId, privateKey: other }, { session: aws.session }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ operation: 'getPasswordData', id: instanceId });
    expect(error).not.toHaveProperty('cause');
    expect(inspect(error, { depth: 9 })).not.toContain(other.split('\n')[1]);
  },
);

/** A block of 256 bytes: `start`, then letters, which are valid as padding and as text. */
const block = (...start: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from(start), Buffer.alloc(256 - start.length, 'A')]);

it.each([
  ['of another type', Buffer.concat([block(0, 1).subarray(0, 200), block(0).subarray(0, 56)])],
  ['without an end', block(0, 2)],
  ['that is too short', block(0, 2, 65, 65, 65, 0)],
])('rejects padding %s like a wrong key', async (_what, padded) => {
  const data = publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, padded).toString('base64');
  await using aws = fakeAws({ answers: { GetPasswordData: response(data) } });
  const call = getPasswordData({ instanceId, privateKey: pem('pkcs1') }, { session: aws.session });
  await expect(call).rejects.toThrow(/encrypted with a key that does not match privateKey/);
});

it.each([
  ['text that is not a key', 'hunter2-hunter2'],
  ['a public key', publicKey.export({ type: 'spki', format: 'pem' }) as string],
  ['an Ed25519 key', generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string],
  [
    'a key with a passphrase',
    key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }) as string,
  ],
])('rejects %s before anything is sent, and does not quote it', async (_what, privateKey) => {
  await using aws = fakeAws();
  const call = getPasswordData({ instanceId, privateKey }, { session: aws.session });
  const error = await call.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InvalidInputError);
  expect((error as Error).message).toMatch(
    /privateKey must be an RSA private key without .+ \(got a value that is not shown\)/,
  );
  expect(inspect(error, { depth: 9 })).not.toContain(privateKey.split('\n').at(1) ?? privateKey);
  expect(aws.requests).toEqual([]);
});

it('throws NotFoundError for an unknown instance, without the key in the error', async () => {
  await using aws = fakeAws();
  aws.on('GetPasswordData', awsError('InvalidInstanceID.NotFound', `The instance ID '${instanceId}' does not exist`));
  const error = await getPasswordData({ instanceId, privateKey: pem('pkcs1') }, { session: aws.session }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(NotFoundError);
  expect(error).toMatchObject({ operation: 'getPasswordData', id: instanceId });
  expect(inspect(error, { depth: 9 })).not.toContain('PRIVATE KEY');
});

it('publishes events without key and password', async () => {
  const events: unknown[] = [];
  await using aws = fakeAws({ answers: { GetPasswordData: response(encrypted(password)) } });
  await getPasswordData(
    { instanceId, privateKey: pem('pkcs1') },
    { session: aws.session, onEvent: (event) => events.push(event) },
  );
  expect(events.length).toBeGreaterThan(0);
  expect(inspect(events, { depth: 9 })).not.toMatch(/PRIVATE KEY|ViJ652e/);
});
