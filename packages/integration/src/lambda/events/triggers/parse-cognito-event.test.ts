import { InvalidInputError } from '@arch/core';
import { expect, it } from 'vitest';

import { parseCognitoEvent } from '../../index.js';

const event = (triggerSource: string, request: object): object => ({
  version: '1',
  triggerSource,
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_a1b2c3d4e',
  userName: 'ann',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'client' },
  request,
  response: {},
});

it('parses a trigger before sign-up', () => {
  const request = { userAttributes: { email: 'ann@example.com' }, validationData: null, clientMetadata: { shop: '7' } };
  const sent = event('PreSignUp_SignUp', request);
  const parsed = parseCognitoEvent(sent);
  expect(parsed).toEqual({
    trigger: 'PreSignUp',
    triggerSource: 'PreSignUp_SignUp',
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_a1b2c3d4e',
    userName: 'ann',
    clientId: 'client',
    userAttributes: { email: 'ann@example.com' },
    clientMetadata: { shop: '7' },
    validationData: {},
    request,
  });
  expect(parsed.aws).toBe(sent);
});

it.each([
  [
    'PostConfirmation_ConfirmSignUp',
    { userAttributes: { email_verified: true } },
    { userAttributes: { email_verified: 'true' } },
  ],
  ['TokenGeneration_Authentication', { groupConfiguration: { groupsToOverride: ['admins'] } }, { groups: ['admins'] }],
  ['UserMigration_Authentication', { password: 'marker-secret' }, { password: 'marker-secret' }],
  ['DefineAuthChallenge_Authentication', { session: [] }, { trigger: 'DefineAuthChallenge', request: { session: [] } }],
])('parses %s', (source, request, expected) => {
  expect(parseCognitoEvent(event(source, request))).toMatchObject(expected);
});

it('rejects invalid events without quoting the password', () => {
  expect(() => parseCognitoEvent({ triggerSource: 'PreSignUp_SignUp', userPoolId: 'a' })).toThrow(
    'parseCognitoEvent: region is required',
  );
  const wrong = (): unknown =>
    parseCognitoEvent(event('UserMigration_Authentication', { password: ['marker-secret'] }));
  expect(wrong).toThrow(InvalidInputError);
  expect(wrong).not.toThrow('marker-secret');
});
