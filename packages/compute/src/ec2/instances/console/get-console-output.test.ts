import { ConflictError, InvalidInputError, NotFoundError, UnexpectedResponseError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { getConsoleOutput, getConsoleScreenshot } from './index.js';

const instanceId = 'i-0123456789abcdef0';
const base64 = (content: string | Uint8Array): string => Buffer.from(content as string).toString('base64');

it('decodes the console output', async () => {
  await using aws = fakeAws();
  aws.on('GetConsoleOutput', {
    InstanceId: instanceId,
    Timestamp: '2026-11-01T10:00:00Z',
    Output: base64('[    0.000000] Linux version 6.1\r\nGrüße ✓\u001b[0m'),
  });
  expect(await getConsoleOutput({ instanceId, latest: true }, { session: aws.session })).toEqual({
    instanceId,
    timestamp: new Date('2026-11-01T10:00:00Z'),
    output: '[    0.000000] Linux version 6.1\r\nGrüße ✓\u001b[0m',
  });
  expect(aws.requests[0]?.input).toEqual({ InstanceId: instanceId, Latest: true });
});

it('returns an empty string if there is no output yet', async () => {
  await using aws = fakeAws({ answers: { GetConsoleOutput: { InstanceId: instanceId } } });
  expect(await getConsoleOutput(instanceId, { session: aws.session })).toEqual({ instanceId, output: '' });
  expect(aws.requests[0]?.input).toEqual({ InstanceId: instanceId });
});

it('returns replacement characters for invalid UTF-8', async () => {
  await using aws = fakeAws();
  aws.on('GetConsoleOutput', { InstanceId: instanceId, Output: base64(new Uint8Array([0x6f, 0x6b, 0xff, 0xfe])) });
  expect((await getConsoleOutput(instanceId, { session: aws.session })).output).toBe('ok\ufffd\ufffd');
});

it('names the instance types that support the latest output', async () => {
  await using aws = fakeAws();
  aws.on(
    'GetConsoleOutput',
    awsError('UnsupportedOperation', 'This instance type does not support retrieving the latest console logs.'),
  );
  const call = getConsoleOutput({ instanceId, latest: true }, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow(/Only Nitro instances/);
});

it('returns a screenshot in its own buffer', async () => {
  const picture = Uint8Array.from({ length: 300 }, (_, n) => n % 256);
  await using aws = fakeAws({
    answers: { GetConsoleScreenshot: { InstanceId: instanceId, ImageData: base64(picture) } },
  });
  const screenshot = await getConsoleScreenshot({ instanceId, wakeUp: true }, { session: aws.session });
  expect(screenshot).toEqual({ instanceId, imageData: picture });
  expect(screenshot.imageData.buffer.byteLength).toBe(300);
  expect(aws.requests[0]?.input).toEqual({ InstanceId: instanceId, WakeUp: true });
});

it('names the missing member if AWS sends no image', async () => {
  await using aws = fakeAws({ answers: { GetConsoleScreenshot: { InstanceId: instanceId } } });
  const call = getConsoleScreenshot(instanceId, { session: aws.session });
  await expect(call).rejects.toThrow(UnexpectedResponseError);
  await expect(call).rejects.toThrow(/imageData is missing/);
});

it.each([
  [getConsoleOutput, 'GetConsoleOutput'],
  [getConsoleScreenshot, 'GetConsoleScreenshot'],
] as const)(
  'throws NotFoundError for an unknown instance, and sends nothing for an invalid ID',
  async (operation, name) => {
    await using aws = fakeAws();
    aws.on(name, awsError('InvalidInstanceID.NotFound', `The instance ID '${instanceId}' does not exist`));
    await expect(operation(instanceId, { session: aws.session })).rejects.toThrow(NotFoundError);
    await expect(operation('web-1', { session: aws.session })).rejects.toThrow(InvalidInputError);
    expect(aws.requests).toHaveLength(1);
  },
);
