import { ConflictError, ServiceError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { updateFunctionCode } from './deployments/index.js';
import { updateFunctionConfiguration } from './index.js';
import { updateInProgress } from './update-in-progress.js';

const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:hello';
const message = `The operation cannot be performed at this time. An update is in progress for resource: ${functionArn}`;
const busy = awsError('ResourceConflictException', message, { status: 409 });
const updated = {
  FunctionName: 'hello',
  FunctionArn: functionArn,
  Version: '$LATEST',
  Role: 'arn:aws:iam::123456789012:role/hello',
  Timeout: 3,
  MemorySize: 128,
  CodeSha256: 'x',
  CodeSize: 304,
  LastModified: '2026-11-01T10:00:00.000+0000',
  State: 'Active',
  LastUpdateStatus: 'Successful',
};

const updates = [
  [
    'UpdateFunctionConfiguration',
    (options: object) => updateFunctionConfiguration({ functionName: 'hello', memoryMiB: 256 }, options),
  ],
  [
    'UpdateFunctionCode',
    (options: object) =>
      updateFunctionCode({ functionName: 'hello', code: { s3Bucket: 'builds', s3Key: 'hello.zip' } }, options),
  ],
] as const;

it.each(updates)('%s with wait first waits for an earlier update', async (operation, update) => {
  await using aws = fakeAws({ answers: { [operation]: updated, GetFunction: { Configuration: updated } } });
  for (let n = 0; n < 3; n++) aws.once(operation, busy);
  await expect(update({ session: aws.session, wait: true })).resolves.toMatchObject({ functionName: 'hello' });
  expect(aws.requests.filter((request) => request.operation === operation)).toHaveLength(4);
});

it.each(updates)('%s fails at once without wait, and at the timeout of the wait', async (operation, update) => {
  await using aws = fakeAws({ answers: { [operation]: busy } });
  await expect(update({ session: aws.session })).rejects.toThrow(ConflictError);
  expect(aws.requests).toHaveLength(1);
  await expect(update({ session: aws.session, wait: { timeoutMs: 30_000 } })).rejects.toThrow(
    /An update is in progress/,
  );
  expect(aws.clock.elapsedMs).toBe(30_000);
});

it('does not repeat the update after other conflicts', () => {
  expect(updateInProgress.when?.(new ConflictError('The revision ID provided is out of date.'))).toBe(false);
  expect(updateInProgress.when?.(new ServiceError(message))).toBe(false);
});
