import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto';

import { DeadlineError, InvalidInputError, WaitError } from '@arch/core';
import { type FakeAws, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { waitForPasswordData } from './index.js';

const instanceId = 'i-0123456789abcdef0';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = keys.privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;
const encrypted = publicEncrypt(
  { key: keys.publicKey, padding: constants.RSA_PKCS1_PADDING },
  Buffer.from('secret'),
).toString('base64');

const describedAs = (aws: FakeAws, changed: object = {}): void => {
  const windows = {
    InstanceId: instanceId,
    ImageId: 'ami-0123456789abcdef0',
    InstanceType: 't3.large',
    State: { Name: 'running' },
    LaunchTime: '2026-11-01T10:00:00.000Z',
    Placement: { AvailabilityZone: 'eu-west-1a' },
    Platform: 'windows',
    PlatformDetails: 'Windows',
    KeyName: 'web',
    ...changed,
  };
  aws.on('DescribeInstances', { Reservations: [{ Instances: [windows] }] });
};

it('waits until the instance has written its password, then decrypts it', async () => {
  await using aws = fakeAws();
  describedAs(aws);
  aws.once('GetPasswordData', { InstanceId: instanceId, PasswordData: '' });
  aws.once('GetPasswordData', { InstanceId: instanceId, PasswordData: '' });
  aws.on('GetPasswordData', { InstanceId: instanceId, PasswordData: encrypted });
  const states: string[] = [];
  const result = await waitForPasswordData(
    { instanceId, privateKey },
    { session: aws.session, onProgress: ({ state }) => states.push(state) },
  );
  expect(result.password).toBe('secret');
  expect(states).toEqual([...Array(2).fill('running, without a password yet'), 'available']);
});

it.each([
  [
    'is not a Windows instance',
    { Platform: undefined, PlatformDetails: 'Linux/UNIX' },
    /is not a Windows instance \(Linux\/UNIX\)/,
  ],
  ['has no key pair', { KeyName: undefined }, /is without a key pair/],
  [
    'is terminated',
    { State: { Name: 'terminated' }, StateReason: { Code: 'Client.X', Message: 'by you' } },
    /is terminated.*by you/,
  ],
])('ends the wait at once for an instance that %s', async (_what, changed, message) => {
  await using aws = fakeAws({ answers: { GetPasswordData: { InstanceId: instanceId, PasswordData: '' } } });
  describedAs(aws, changed);
  const wait = waitForPasswordData(instanceId, { session: aws.session });
  await expect(wait).rejects.toThrow(WaitError);
  await expect(wait).rejects.toThrow(message);
  expect(aws.requests).toHaveLength(2);
});

it('throws DeadlineError after 15 minutes', async () => {
  await using aws = fakeAws({ answers: { GetPasswordData: { InstanceId: instanceId, PasswordData: '' } } });
  describedAs(aws);
  await expect(waitForPasswordData(instanceId, { session: aws.session })).rejects.toThrow(DeadlineError);
  expect(aws.clock.elapsedMs).toBe(900_000);
});

it('rejects an invalid private key before anything is sent', async () => {
  await using aws = fakeAws();
  const wait = waitForPasswordData({ instanceId, privateKey: 'web.pem' }, { session: aws.session });
  await expect(wait).rejects.toThrow(InvalidInputError);
  await expect(wait).rejects.not.toThrow(/web\.pem/);
  expect(aws.requests).toEqual([]);
});
