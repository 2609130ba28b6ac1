import { generateKeyPairSync } from 'node:crypto';

import { InvalidInputError, NotFoundError } from '@arch/core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { launchLocalInstance } from '../../__fixtures__/launch-local-instance.js';
import { terminateInstance } from '../index.js';
import { getConsoleOutput, getPasswordData, waitForPasswordData } from './index.js';

// The local AWS does not support GetConsoleScreenshot.

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

it('throws NotFoundError for an unknown instance', async () => {
  await expect(getConsoleOutput('i-0123456789abcdef0')).rejects.toThrow(NotFoundError);
});

it('returns password data, with and without a wait', async () => {
  // The local AWS invents the data, also for Linux, and does not encrypt it, so no key matches.
  const { passwordData } = await getPasswordData(instanceId);
  expect(passwordData).toMatch(/^\w+$/);
  expect(await waitForPasswordData(instanceId)).toMatchObject({ instanceId });
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs1',
    format: 'pem',
  }) as string;
  await expect(getPasswordData({ instanceId, privateKey })).rejects.toThrow(InvalidInputError);
});
