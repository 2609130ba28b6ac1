import { ConflictError, ConnectionError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { sendDiagnosticInterrupt } from './index.js';

const instanceId = 'i-0123456789abcdef0';

it('sends the interrupt and returns nothing', async () => {
  await using aws = fakeAws({ answers: { SendDiagnosticInterrupt: {} } });
  expect(await sendDiagnosticInterrupt(instanceId, { session: aws.session })).toBeUndefined();
  expect(aws.requests[0]?.input).toEqual({ InstanceId: instanceId });
});

it('does not retry after a lost response', async () => {
  await using aws = fakeAws({ answers: { SendDiagnosticInterrupt: fault('reset') } });
  await expect(sendDiagnosticInterrupt(instanceId, { session: aws.session })).rejects.toThrow(ConnectionError);
  expect(aws.requests).toHaveLength(1);
});

it('throws ConflictError for an instance that is not running', async () => {
  await using aws = fakeAws();
  aws.on(
    'SendDiagnosticInterrupt',
    awsError('IncorrectInstanceState', `The instance '${instanceId}' is not in the 'running' state.`),
  );
  await expect(sendDiagnosticInterrupt(instanceId, { session: aws.session })).rejects.toThrow(ConflictError);
});

it('rejects an invalid instance ID before anything is sent', async () => {
  await using aws = fakeAws();
  await expect(sendDiagnosticInterrupt('web-1', { session: aws.session })).rejects.toThrow(InvalidInputError);
  expect(aws.requests).toEqual([]);
});
