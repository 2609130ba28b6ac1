import { ConflictError, ConnectionError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { sendDiagnosticInterrupt } from './index.js';

const instanceId = 'i-0123456789abcdef0';

it('interrupts the instance and gives nothing', async () => {
  await using aws = fakeAws({ answers: { SendDiagnosticInterrupt: {} } });
  expect(await sendDiagnosticInterrupt(instanceId, { session: aws.session })).toBeUndefined();
  expect(aws.requests[0]?.input).toEqual({ InstanceId: instanceId });
});

it('interrupts once only, also where the response is lost', async () => {
  await using aws = fakeAws({ answers: { SendDiagnosticInterrupt: fault('reset') } });
  await expect(sendDiagnosticInterrupt(instanceId, { session: aws.session })).rejects.toThrow(ConnectionError);
  expect(aws.requests).toHaveLength(1);
});

it('says that an instance which does not run cannot be interrupted', async () => {
  await using aws = fakeAws();
  aws.on(
    'SendDiagnosticInterrupt',
    awsError('IncorrectInstanceState', `The instance '${instanceId}' is not in the 'running' state.`),
  );
  await expect(sendDiagnosticInterrupt(instanceId, { session: aws.session })).rejects.toThrow(ConflictError);
});

it('refuses what is no instance ID and sends nothing', async () => {
  await using aws = fakeAws();
  await expect(sendDiagnosticInterrupt('web-1', { session: aws.session })).rejects.toThrow(InvalidInputError);
  expect(aws.requests).toEqual([]);
});
