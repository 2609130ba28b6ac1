import { ConflictError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { modifyInstance } from './index.js';

const instanceId = 'i-0123456789abcdef0';

it('sends one request per attribute, first those that require a stopped instance', async () => {
  await using aws = fakeAws({ answers: { ModifyInstanceAttribute: {}, ModifyInstanceMetadataOptions: {} } });
  await modifyInstance(
    {
      instanceId,
      securityGroupIds: ['sg-0123456789abcdef0'],
      disableApiTermination: true,
      instanceType: 't3.large',
      userData: 'echo hello',
      metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 2 },
    },
    { session: aws.session },
  );
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { InstanceId: instanceId, InstanceType: { Value: 't3.large' } },
    { InstanceId: instanceId, UserData: { Value: Buffer.from('echo hello') } },
    { InstanceId: instanceId, Groups: ['sg-0123456789abcdef0'] },
    { InstanceId: instanceId, DisableApiTermination: { Value: true } },
    { InstanceId: instanceId, HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
  ]);
});

it('encodes user data once', async () => {
  await using aws = fakeAws({ answers: { ModifyInstanceAttribute: {} } });
  await modifyInstance({ instanceId, userData: new Uint8Array([1, 2, 255]) }, { session: aws.session });
  expect(new URLSearchParams(String(aws.requests[0]?.body)).get('UserData.Value')).toBe('AQL/');
});

it('names the members that were already changed in the error', async () => {
  await using aws = fakeAws();
  aws.once('ModifyInstanceAttribute', {});
  aws.once(
    'ModifyInstanceAttribute',
    awsError('IncorrectInstanceState', `The instance '${instanceId}' is not in the 'stopped' state.`),
  );
  const call = modifyInstance(
    { instanceId, instanceType: 't3.large', userData: 'x', sourceDestCheck: false },
    { session: aws.session },
  );
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow(/Already changed: instanceType\.$/);
  expect(aws.requests).toHaveLength(2);
});

it.each([
  ['an input without changes', {}, /provide at least one member in addition to instanceId/],
  [
    'an invalid instance type',
    { instanceType: 'large' },
    /instanceType must be an instance type such as t3\.micro \(got "large"\)/,
  ],
  [
    'more than 16 KB of user data',
    { userData: 'x'.repeat(16_385) },
    /userData must be a string or Uint8Array of at most 16,384 bytes before base64 encoding \(got a value that is not shown\)/,
  ],
  [
    '17 groups',
    { securityGroupIds: Array(17).fill('sg-0123456789abcdef0') },
    /securityGroupIds must have at most 16 items \(got a list of 17\)/,
  ],
  [
    'a hop limit of 65',
    { metadataOptions: { httpPutResponseHopLimit: 65 } },
    /metadataOptions\.httpPutResponseHopLimit must be at most 64 \(got 65\)/,
  ],
])('rejects %s before anything is sent', async (_what, change, message) => {
  await using aws = fakeAws();
  const call = modifyInstance({ instanceId, ...change }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
