import { generateKeyPairSync } from 'node:crypto';

import { InvalidInputError, NotFoundError } from '@arch/core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { launchLocalInstance } from '../../__fixtures__/launch-local-instance.js';
import { terminateInstance } from '../index.js';
import { getConsoleOutput, getPasswordData, waitForPasswordData } from './index.js';

// The local AWS has no GetConsoleScreenshot.

let instanceId: string;

beforeAll(async () => {
  instanceId = await launchLocalInstance();
});

afterAll(() => terminateInstance(instanceId));

it('decodes the console output', async () => {
  const { output, timestamp } = await getConsoleOutput(instanceId);
  expect(output).toMatch(/^Linux version 2\.6\.16-xenU .*\n/);
  expect(timestamp).toBeInstanceOf(Date);
});

it('tells an unknown instance', async () => {
  await expect(getConsoleOutput('i-0123456789abcdef0')).rejects.toThrow(NotFoundError);
});

it('gets password data, at once and by waiting', async () => {
  // The local AWS makes up the data, for Linux too, and encrypts nothing: no key fits it.
  const { passwordData } = await getPasswordData(instanceId);
  expect(passwordData).toMatch(/^\w+$/);
  expect(await waitForPasswordData(instanceId)).toMatchObject({ instanceId });
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs1',
    format: 'pem',
  }) as string;
  await expect(getPasswordData({ instanceId, privateKey })).rejects.toThrow(InvalidInputError);
});
