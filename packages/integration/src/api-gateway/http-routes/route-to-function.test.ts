import { AlreadyExistsError, DeadlineError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws, type FakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { routeToFunction, type RouteToFunctionInput } from './index.js';

const apiId = 'a1b2c3d4e5';
const integrationId = 'abc1234';
const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
const statementId = `http-api-${apiId}-${integrationId}`;
const input = { apiId, routeKey: 'GET /orders/{id}', functionArn };
const answers = {
  CreateIntegration: { IntegrationId: integrationId, IntegrationType: 'AWS_PROXY', IntegrationUri: functionArn },
  AddPermission: { Statement: JSON.stringify({ Sid: statementId }) },
  CreateRoute: {
    AuthorizationType: 'AWS_IAM',
    RouteId: 'def5678',
    RouteKey: input.routeKey,
    Target: `integrations/${integrationId}`,
  },
  DeleteIntegration: {},
  RemovePermission: {},
};
const taken = awsError('ConflictException', 'Route with key GET /orders/{id} already exists', { status: 409 });
const sent = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);

it('creates the integration, allows the API to invoke the function for this route only, then creates the route', async () => {
  await using aws = fakeAws({ answers });
  const route = await routeToFunction(
    { ...input, authorizationType: 'AWS_IAM', timeoutMs: 10_000, aws: { OperationName: 'getOrder' } },
    { session: aws.session },
  );
  expect(route).toMatchObject({ routeId: 'def5678', integrationId, authorizationType: 'AWS_IAM' });
  expect(aws.requests.map(({ operation, input }) => [operation, input])).toEqual([
    [
      'CreateIntegration',
      {
        ApiId: apiId,
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: functionArn,
        PayloadFormatVersion: '2.0',
        TimeoutInMillis: 10_000,
      },
    ],
    [
      'AddPermission',
      {
        FunctionName: functionArn,
        StatementId: statementId,
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
        SourceArn: `arn:aws:execute-api:eu-west-1:123456789012:${apiId}/*/GET/orders/{id}`,
      },
    ],
    [
      'CreateRoute',
      {
        ApiId: apiId,
        RouteKey: 'GET /orders/{id}',
        Target: `integrations/${integrationId}`,
        AuthorizationType: 'AWS_IAM',
        OperationName: 'getOrder',
      },
    ],
  ]);
});

it.each([
  ['ANY /items/{proxy+}', '*/items/{proxy+}'],
  ['$default', '$default'],
  ['POST /', 'POST/'],
])('permits the route %s with the source ARN %s, in all stages', async (routeKey, source) => {
  await using aws = fakeAws({ answers });
  await routeToFunction({ ...input, routeKey }, { session: aws.session });
  expect(aws.requests[1]?.input['SourceArn']).toBe(`arn:aws:execute-api:eu-west-1:123456789012:${apiId}/*/${source}`);
});

it('adds the permission to the alias of a function', async () => {
  await using aws = fakeAws({ answers });
  await routeToFunction({ ...input, functionArn: `${functionArn}:live` }, { session: aws.session });
  expect(aws.requests[0]?.input['IntegrationUri']).toBe(`${functionArn}:live`);
  expect(aws.requests[1]?.input).toMatchObject({ FunctionName: functionArn, Qualifier: 'live' });
});

it('undoes its steps if the route already exists', async () => {
  await using aws = fakeAws({ answers: { ...answers, CreateRoute: taken } });
  await expect(routeToFunction(input, { session: aws.session })).rejects.toThrow(AlreadyExistsError);
  expect(sent(aws)).toEqual([
    'CreateIntegration',
    'AddPermission',
    'CreateRoute',
    'DeleteIntegration',
    'RemovePermission',
  ]);
  expect(aws.requests.at(-1)?.input).toEqual({ FunctionName: functionArn, StatementId: statementId });
});

it('deletes the integration if the function does not exist', async () => {
  const absent = awsError('ResourceNotFoundException', 'Function not found', { status: 404 });
  await using aws = fakeAws({ answers: { ...answers, AddPermission: absent, RemovePermission: absent } });
  const error: unknown = await routeToFunction(input, { session: aws.session }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NotFoundError);
  expect((error as Error).message).not.toContain('left');
  expect(sent(aws)).toContain('DeleteIntegration');
});

it('names the parts that it could not delete', async () => {
  const denied = awsError('AccessDeniedException', 'No.', { status: 403 });
  await using aws = fakeAws({ answers: { ...answers, CreateRoute: taken, DeleteIntegration: denied } });
  const call = routeToFunction(input, { session: aws.session });
  await expect(call).rejects.toThrow(`The integration ${integrationId} is left: delete it with deleteHttpIntegration`);
  aws.on('DeleteIntegration', {});
  aws.on('RemovePermission', denied);
  const again = routeToFunction(input, { session: aws.session });
  await expect(again).rejects.toThrow(`The statement ${statementId} is left in the policy of ${functionArn}`);
});

it('keeps integration and permission if AWS has created the route', async () => {
  const inUse = awsError('ConflictException', 'Cannot delete Integration', { status: 409 });
  await using aws = fakeAws({ answers: { ...answers, CreateRoute: taken, DeleteIntegration: inUse } });
  await expect(routeToFunction(input, { session: aws.session })).rejects.toThrow('is left');
  expect(sent(aws)).not.toContain('RemovePermission');
});

it('continues after a lost response to the permission request', async () => {
  await using aws = fakeAws({ answers });
  aws.once('AddPermission', fault('reset'));
  aws.once(
    'AddPermission',
    awsError('ResourceConflictException', 'The statement id provided already exists.', { status: 409 }),
  );
  await expect(routeToFunction(input, { session: aws.session })).resolves.toMatchObject({ routeId: 'def5678' });
  aws.once('AddPermission', awsError('ResourceConflictException', 'An update is in progress.', { status: 409 }));
  await expect(routeToFunction(input, { session: aws.session })).rejects.toThrow(
    'If an update of the function is in progress, wait until it has ended.',
  );
});

it('has undone its steps when it rejects at its deadline', async () => {
  await using aws = fakeAws({ answers: { ...answers, CreateRoute: fault('hang') } });
  const call = routeToFunction(input, { session: aws.session, timeoutMs: 20_000 });
  await expect(call).rejects.toThrow(DeadlineError);
  expect(sent(aws).slice(-2)).toEqual(['DeleteIntegration', 'RemovePermission']);
});

it.each<[string, Partial<RouteToFunctionInput>, RegExp]>([
  ['the name of a function', { functionArn: 'orders' }, /the ARN of a function, e\.g\./],
  ['a path without a method', { routeKey: '/orders' }, /a method \(or ANY\) and a path/],
  ['a timeout of 0', { timeoutMs: 0 }, /at least 50/],
  ['CUSTOM and no authorizer', { authorizationType: 'CUSTOM' }, /an authorizer's ID/],
  ['an unknown member of aws', { aws: { Nonsense: 1 } }, /aws\.Nonsense/],
])('rejects %s before anything is sent', async (_what, wrong, message) => {
  await using aws = fakeAws();
  const call = routeToFunction({ ...input, ...wrong }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
