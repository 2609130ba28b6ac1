import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  createHttpIntegration,
  type CreateHttpIntegrationInput,
  deleteHttpIntegration,
  describeHttpIntegration,
  listHttpIntegrations,
} from './index.js';

const apiId = 'a1b2c3d4e5';
const integrationId = 'abc1234';
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:orders';
const integration = {
  ConnectionType: 'INTERNET',
  IntegrationId: integrationId,
  IntegrationMethod: 'POST',
  IntegrationType: 'AWS_PROXY',
  IntegrationUri: functionArn,
  PayloadFormatVersion: '2.0',
  TimeoutInMillis: 30_000,
};
const server = {
  IntegrationId: 'def5678',
  IntegrationMethod: 'ANY',
  IntegrationType: 'HTTP_PROXY',
  IntegrationUri: 'https://www.example.com',
  PayloadFormatVersion: '1.0',
};

it('invokes a function with the payload format 2.0, and contains its ARN', async () => {
  await using aws = fakeAws({ answers: { CreateIntegration: integration } });
  const made = await createHttpIntegration({ apiId, functionArn, timeoutMs: 5_000 }, { session: aws.session });
  expect(made).toEqual({
    integrationId,
    integrationType: 'AWS_PROXY',
    integrationUri: functionArn,
    functionArn,
    integrationMethod: 'POST',
    payloadFormatVersion: '2.0',
    timeoutMs: 30_000,
    connectionType: 'INTERNET',
  });
  expect(aws.requests[0]?.input).toEqual({
    ApiId: apiId,
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: functionArn,
    PayloadFormatVersion: '2.0',
    TimeoutInMillis: 5_000,
  });
});

it('sends requests to a server with their own method, or to the integration in aws', async () => {
  await using aws = fakeAws({ answers: { CreateIntegration: server } });
  const options = { session: aws.session };
  const made = await createHttpIntegration({ apiId, url: 'https://www.example.com', description: 'site' }, options);
  expect(made.functionArn).toBeUndefined();
  const listener = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/1/2';
  const behind = { IntegrationUri: listener, ConnectionType: 'VPC_LINK', ConnectionId: 'abc' };
  await createHttpIntegration({ apiId, aws: behind }, options);
  const shared = { ApiId: apiId, IntegrationType: 'HTTP_PROXY', IntegrationMethod: 'ANY', PayloadFormatVersion: '1.0' };
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { ...shared, IntegrationUri: 'https://www.example.com', Description: 'site' },
    { ...shared, ...behind },
  ]);
});

it('is never created twice: a lost response ends the call', async () => {
  await using aws = fakeAws({ answers: { CreateIntegration: fault('reset') } });
  await expect(createHttpIntegration({ apiId, functionArn }, { session: aws.session })).rejects.toThrow(
    'AWS may have completed the request',
  );
  expect(aws.requests).toHaveLength(1);
});

it('can be described, also with a function in the form of REST APIs, listed and deleted, be in use, or be unknown', async () => {
  await using aws = fakeAws({ answers: { DeleteIntegration: {} } });
  const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}:live/invocations`;
  aws.once('GetIntegration', { ...integration, IntegrationUri: uri });
  aws.once('GetIntegrations', { Items: [integration], NextToken: 'more' });
  aws.once('GetIntegrations', { Items: [server] });
  const options = { session: aws.session };
  const one = { apiId, integrationId };
  expect((await describeHttpIntegration(one, options)).functionArn).toBe(`${functionArn}:live`);
  expect(await listHttpIntegrations({ apiId }, options).count()).toBe(2);
  await deleteHttpIntegration(one, options);
  expect(aws.requests.at(-1)?.input).toEqual({ ApiId: apiId, IntegrationId: integrationId });
  aws.once('DeleteIntegration', awsError('ConflictException', 'Cannot delete Integration', { status: 409 }));
  await expect(deleteHttpIntegration(one, options)).rejects.toThrow(ConflictError);
  aws.once('DeleteIntegration', awsError('NotFoundException', 'Unable to find Integration', { status: 404 }));
  await expect(deleteHttpIntegration(one, options)).rejects.toThrow(NotFoundError);
});

it.each<[string, Partial<CreateHttpIntegrationInput>, RegExp]>([
  [
    'a function and a server',
    { url: 'https://www.example.com' },
    /provide either functionArn or url, or the members of the integration in aws/,
  ],
  [
    'neither',
    { functionArn: undefined },
    /provide either functionArn or url, or the members of the integration in aws/,
  ],
  ['the name of a function', { functionArn: 'orders' }, /the ARN of a function, e\.g\./],
  ['a URL without https', { functionArn: undefined, url: 'www.example.com' }, /begins with http/],
  [
    'a method for a function',
    { integrationMethod: 'GET' },
    /provide integrationMethod only without functionArn, and payloadFormatVersion "2\.0" only with functionArn/,
  ],
  [
    'payload format 2.0 for a server',
    { functionArn: undefined, url: 'https://www.example.com', payloadFormatVersion: '2.0' },
    /provide integrationMethod only without functionArn, and payloadFormatVersion "2\.0" only with functionArn/,
  ],
  ['a timeout that is too long', { timeoutMs: 30_001 }, /at most 30000/],
  ['an invalid ID', { apiId: '../apis' }, /the ID of an API/],
])('rejects %s before anything is sent', async (_what, wrong, message) => {
  await using aws = fakeAws();
  const call = createHttpIntegration({ apiId, functionArn, ...wrong }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
