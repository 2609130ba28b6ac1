import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  createHttpAuthorizer,
  type CreateHttpAuthorizerInput,
  deleteHttpAuthorizer,
  describeHttpAuthorizer,
  listHttpAuthorizers,
} from './index.js';

const apiId = 'a1b2c3d4e5';
const authorizerId = 'a1b2c3';
const issuer = 'https://cognito-idp.us-west-2.amazonaws.com/us-west-2_abc123';
const authorizer = {
  AuthorizerId: authorizerId,
  AuthorizerType: 'JWT',
  IdentitySource: ['$request.header.Authorization'],
  JwtConfiguration: { Audience: ['123456abc'], Issuer: issuer },
  Name: 'users',
};
const users = { apiId, name: 'users', issuer, audience: ['123456abc'] };

it('accepts the tokens of an issuer in a header', async () => {
  await using aws = fakeAws({ answers: { CreateAuthorizer: authorizer } });
  const options = { session: aws.session };
  expect(await createHttpAuthorizer(users, options)).toEqual({
    authorizerId,
    name: 'users',
    authorizerType: 'JWT',
    issuer,
    audience: ['123456abc'],
    identitySource: ['$request.header.Authorization'],
  });
  await createHttpAuthorizer({ ...users, identitySource: '$request.querystring.token' }, options);
  const shared = { ApiId: apiId, Name: 'users', AuthorizerType: 'JWT', JwtConfiguration: authorizer.JwtConfiguration };
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { ...shared, IdentitySource: ['$request.header.Authorization'] },
    { ...shared, IdentitySource: ['$request.querystring.token'] },
  ]);
});

it("accepts a function in AWS's members, and returns its ARN", async () => {
  const functionArn = 'arn:aws:lambda:us-west-2:123456789012:function:gate';
  const AuthorizerUri = `arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
  const { JwtConfiguration: _none, ...own } = authorizer;
  const withFunction = { ...own, AuthorizerType: 'REQUEST', AuthorizerUri, AuthorizerResultTtlInSeconds: 300 };
  await using aws = fakeAws({ answers: { CreateAuthorizer: withFunction } });
  const further = { AuthorizerType: 'REQUEST', AuthorizerUri, AuthorizerPayloadFormatVersion: '2.0' };
  const made = await createHttpAuthorizer({ apiId, name: 'gate', aws: further }, { session: aws.session });
  expect(made).toMatchObject({ authorizerType: 'REQUEST', functionArn, resultTtlSeconds: 300, audience: [] });
  expect(aws.requests[0]?.input).toMatchObject(further);
});

it('is never created twice: a lost response ends the call', async () => {
  await using aws = fakeAws({ answers: { CreateAuthorizer: fault('reset') } });
  const call = createHttpAuthorizer(users, { session: aws.session });
  await expect(call).rejects.toThrow('AWS may have completed the request');
  expect(aws.requests).toHaveLength(1);
});

it('can be described, listed from several pages and deleted, be in use, or be unknown', async () => {
  await using aws = fakeAws({ answers: { GetAuthorizer: authorizer, DeleteAuthorizer: {} } });
  aws.once('GetAuthorizers', { Items: [authorizer], NextToken: 'more' });
  aws.once('GetAuthorizers', { Items: [authorizer] });
  const options = { session: aws.session };
  const one = { apiId, authorizerId };
  expect((await describeHttpAuthorizer(one, options)).issuer).toBe(issuer);
  expect(await listHttpAuthorizers({ apiId }, options).count()).toBe(2);
  await deleteHttpAuthorizer(one, options);
  expect(aws.requests.at(-1)?.input).toEqual({ ApiId: apiId, AuthorizerId: authorizerId });
  aws.once('DeleteAuthorizer', awsError('ConflictException', 'Cannot delete Authorizer', { status: 409 }));
  await expect(deleteHttpAuthorizer(one, options)).rejects.toThrow(ConflictError);
  aws.once('DeleteAuthorizer', awsError('NotFoundException', 'Unable to find Authorizer', { status: 404 }));
  await expect(deleteHttpAuthorizer(one, options)).rejects.toThrow(NotFoundError);
});

it.each<[string, Partial<CreateHttpAuthorizerInput>, RegExp]>([
  ['an issuer without https', { issuer: 'http://issuer.example.com' }, /begins with https/],
  ['an empty audience', { audience: [] }, /audience must have at least 1 item \(got a list of 0\)/],
  ['an issuer without an audience', { audience: undefined }, /provide issuer and audience, or AuthorizerType in aws/],
  ['a token in a cookie', { identitySource: '$request.cookie.token' }, /\$request\.header\.<name>/],
])('rejects %s before anything is sent', async (_what, wrong, message) => {
  await using aws = fakeAws();
  const call = createHttpAuthorizer({ ...users, ...wrong }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
