import { AlreadyExistsError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws, type FakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  createHttpRoute,
  type CreateHttpRouteInput,
  deleteHttpRoute,
  describeHttpRoute,
  listHttpRoutes,
} from './index.js';

const apiId = 'a1b2c3d4e5';
const routeId = 'def5678';
const integrationId = 'abc1234';
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:orders';
const route = {
  ApiKeyRequired: false,
  AuthorizationType: 'NONE',
  RouteId: routeId,
  RouteKey: 'GET /orders/{id}',
  Target: `integrations/${integrationId}`,
};
const other = { ...route, RouteId: 'ghi9012', RouteKey: 'POST /orders' };
const sent = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);

describe('a route', () => {
  it('is created with an integration, with and without authorization', async () => {
    await using aws = fakeAws({ answers: { CreateRoute: route } });
    const options = { session: aws.session };
    const open = { apiId, routeKey: 'GET /orders/{id}', integrationId };
    expect(await createHttpRoute(open, options)).toEqual({
      routeId,
      routeKey: 'GET /orders/{id}',
      integrationId,
      authorizationType: 'NONE',
      authorizationScopes: [],
    });
    const closed = { authorizationType: 'JWT', authorizerId: 'a1b2c3', authorizationScopes: ['orders/read'] } as const;
    await createHttpRoute({ ...open, ...closed }, options);
    const shared = { ApiId: apiId, RouteKey: 'GET /orders/{id}', Target: 'integrations/abc1234' };
    expect(aws.requests.map(({ input }) => input)).toEqual([
      shared,
      { ...shared, AuthorizationType: 'JWT', AuthorizerId: 'a1b2c3', AuthorizationScopes: ['orders/read'] },
    ]);
  });

  it.each(['$default', 'GET /', 'ANY /{proxy+}', 'PUT /items/{id}', 'PATCH /a-b/c.d/', 'DELETE /{a}/b/{rest+}'])(
    'can have the key %s',
    async (routeKey) => {
      await using aws = fakeAws({ answers: { CreateRoute: { ...route, RouteKey: routeKey } } });
      const made = await createHttpRoute({ apiId, routeKey, integrationId }, { session: aws.session });
      expect(made.routeKey).toBe(routeKey);
    },
  );

  it.each<[string, Partial<CreateHttpRouteInput>, RegExp]>([
    ['a path without a method', { routeKey: '/orders' }, /a method \(or ANY\) and a path/],
    ['a method in lower case', { routeKey: 'get /orders' }, /a method \(or ANY\) and a path/],
    ['a greedy variable in the middle', { routeKey: 'GET /{all+}/orders' }, /a method \(or ANY\) and a path/],
    ['an incomplete variable', { routeKey: 'GET /orders/{id' }, /a method \(or ANY\) and a path/],
    ['two spaces', { routeKey: 'GET  /orders' }, /a method \(or ANY\) and a path/],
    ['JWT and no authorizer', { authorizationType: 'JWT' }, /an authorizer's ID/],
    [
      'an authorizer for NONE',
      { authorizerId: 'a1b2c3' },
      /authorizerId must be an authorizer's ID for JWT and CUSTOM, and omitted for NONE and AWS_IAM \(got "a1b2c3"\)/,
    ],
    [
      'scopes without JWT',
      { authorizationType: 'AWS_IAM', authorizationScopes: ['a'] },
      /authorizationScopes must be omitted unless authorizationType is "JWT" \(got a list of 1\)/,
    ],
  ])('is rejected with %s before anything is sent', async (_what, wrong, message) => {
    await using aws = fakeAws();
    const call = createHttpRoute({ apiId, routeKey: 'GET /orders', integrationId, ...wrong }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('can be described and listed from several pages, already exist, or be unknown', async () => {
    await using aws = fakeAws({ answers: { GetRoute: { ...route, Target: undefined } } });
    aws.once('GetRoutes', { Items: [route], NextToken: 'more' });
    aws.once('GetRoutes', { Items: [other] });
    const options = { session: aws.session };
    expect((await describeHttpRoute({ apiId, routeId }, options)).integrationId).toBeUndefined();
    const routes = await listHttpRoutes({ apiId }, options).toArray();
    expect(routes.map(({ routeKey }) => routeKey)).toEqual(['GET /orders/{id}', 'POST /orders']);
    aws.on('CreateRoute', awsError('ConflictException', 'Route with key GET /orders already exists', { status: 409 }));
    const taken = createHttpRoute({ apiId, routeKey: 'GET /orders', integrationId }, options);
    await expect(taken).rejects.toThrow(AlreadyExistsError);
    aws.on('GetRoute', awsError('NotFoundException', 'Unable to find Route', { status: 404 }));
    await expect(describeHttpRoute({ apiId, routeId }, options)).rejects.toThrow(
      `route ${routeId} does not exist in this account and region`,
    );
  });
});

describe('deleting a route', () => {
  const gone = awsError('ResourceNotFoundException', 'No policy is associated with the given resource.', {
    status: 404,
  });
  const answers = {
    GetRoute: route,
    DeleteRoute: {},
    GetRoutes: { Items: [] },
    GetIntegration: {
      IntegrationId: integrationId,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: `${functionArn}:live`,
    },
    DeleteIntegration: {},
    RemovePermission: {},
  };

  it('deletes an integration that no other route uses, and the permission of the function', async () => {
    await using aws = fakeAws({ answers });
    await deleteHttpRoute({ apiId, routeId }, { session: aws.session });
    expect(sent(aws)).toEqual([
      'GetRoute',
      'DeleteRoute',
      'GetRoutes',
      'GetIntegration',
      'DeleteIntegration',
      'RemovePermission',
    ]);
    expect(aws.requests.at(-1)?.input).toEqual({
      FunctionName: functionArn,
      Qualifier: 'live',
      StatementId: `http-api-${apiId}-${integrationId}`,
    });
  });

  it('keeps an integration that another route uses, and any integration with keepIntegration', async () => {
    await using aws = fakeAws({ answers: { ...answers, GetRoutes: { Items: [route, other] } } });
    await deleteHttpRoute({ apiId, routeId }, { session: aws.session });
    expect(sent(aws)).toEqual(['GetRoute', 'DeleteRoute', 'GetRoutes']);
    await deleteHttpRoute({ apiId, routeId, keepIntegration: true }, { session: aws.session });
    expect(sent(aws).slice(3)).toEqual(['GetRoute', 'DeleteRoute']);
  });

  it.each([
    ['the function or its statement does not exist', { RemovePermission: gone }],
    ['the integration does not exist', { GetIntegration: awsError('NotFoundException', 'gone', { status: 404 }) }],
    [
      'another route has started to use the integration',
      { DeleteIntegration: awsError('ConflictException', 'in use', { status: 409 }) },
    ],
  ])('succeeds if %s', async (_what, different) => {
    await using aws = fakeAws({ answers: { ...answers, ...different } });
    await expect(deleteHttpRoute({ apiId, routeId }, { session: aws.session })).resolves.toBeUndefined();
  });

  it('names the parts that may still exist if it fails', async () => {
    const denied = awsError('AccessDeniedException', 'No.', { status: 403 });
    await using aws = fakeAws({ answers: { ...answers, RemovePermission: denied } });
    await expect(deleteHttpRoute({ apiId, routeId }, { session: aws.session })).rejects.toThrow(
      `The route ${routeId} was deleted, but its integration ${integrationId} or the permission of the function may still exist.`,
    );
    const absent = awsError('NotFoundException', 'Unable to find Route', { status: 404 });
    aws.on('GetRoute', absent);
    await expect(deleteHttpRoute({ apiId, routeId }, { session: aws.session })).rejects.toThrow(NotFoundError);
  });
});
