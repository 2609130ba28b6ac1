import { NotFoundError } from '@arch/core';
import { GetPolicyCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { expect, it } from 'vitest';

import {
  createHttpApi,
  deleteCorsConfiguration,
  deleteHttpApi,
  describeHttpApi,
  listHttpApis,
  updateHttpApi,
} from '../http-apis/index.js';
import {
  createHttpAuthorizer,
  deleteHttpAuthorizer,
  describeHttpAuthorizer,
  listHttpAuthorizers,
} from '../http-authorizers/index.js';
import { listHttpIntegrations } from '../http-integrations/index.js';
import {
  createHttpStage,
  deleteHttpStage,
  describeHttpStage,
  listHttpStages,
  updateHttpStage,
} from '../http-stages/index.js';
import { localFunction } from './__fixtures__/local-function.js';
import { createHttpRoute, deleteHttpRoute, describeHttpRoute, listHttpRoutes, routeToFunction } from './index.js';

/** The URL of a stage. AWS serves it at `apiEndpoint`, the local AWS below the path `/_aws/execute-api`. */
const urlOf = (apiId: string, stageName: string): string =>
  `${process.env['AWS_ENDPOINT_URL_APIGATEWAYV2']}/_aws/execute-api/${apiId}/${stageName}`;

const echo =
  'return { statusCode: 200, body: JSON.stringify({ route: event.routeKey, version: event.version, id: event.pathParameters?.id, body: event.body }) };';

const statementsOf = async (functionName: string): Promise<readonly object[]> => {
  const client = new LambdaClient({});
  const { Policy = '' } = await client
    .send(new GetPolicyCommand({ FunctionName: functionName }))
    .finally(() => client.destroy());
  return (JSON.parse(Policy) as { Statement: readonly object[] }).Statement;
};

it('an API is created, responds over HTTP with its functions, and is deleted', async () => {
  await using orders = await localFunction('http-orders-local', echo);
  const { apiId } = await createHttpApi({ name: 'local', description: 'takes orders', tags: { team: 'web' } });
  const { functionArn, functionName } = orders;
  const one = await routeToFunction({ apiId, routeKey: 'GET /orders/{id}', functionArn });
  const two = await createHttpRoute({ apiId, routeKey: 'PUT /orders/{id}', integrationId: one.integrationId! });
  await createHttpStage({ apiId, throttlingRateLimit: 100, throttlingBurstLimit: 200 });

  const url = urlOf(apiId, '$default');
  const read = await fetch(`${url}/orders/42`);
  expect(await read.json()).toMatchObject({ route: 'GET /orders/{id}', version: '2.0', id: '42' });
  const written = await fetch(`${url}/orders/43`, { method: 'PUT', body: 'two pieces' });
  expect(await written.json()).toMatchObject({ route: 'PUT /orders/{id}', id: '43', body: 'two pieces' });
  expect((await fetch(`${url}/invoices`)).status).toBe(404);

  expect(await statementsOf(functionName)).toMatchObject([
    {
      Sid: `http-api-${apiId}-${one.integrationId}`,
      Principal: { Service: 'apigateway.amazonaws.com' },
      Resource: functionArn,
      Condition: {
        ArnLike: { 'AWS:SourceArn': `arn:aws:execute-api:us-east-1:123456789012:${apiId}/*/GET/orders/{id}` },
      },
    },
  ]);
  const keys = (await listHttpRoutes({ apiId }).toArray()).map(({ routeKey }) => routeKey);
  expect(keys.toSorted()).toEqual(['GET /orders/{id}', 'PUT /orders/{id}']);

  await deleteHttpRoute({ apiId, routeId: two.routeId });
  expect(await listHttpIntegrations({ apiId }).count()).toBe(1);
  await deleteHttpRoute({ apiId, routeId: one.routeId });
  expect(await listHttpIntegrations({ apiId }).count()).toBe(0);
  // In AWS the function then has no policy, in the local AWS an empty one.
  expect(await statementsOf(functionName)).toEqual([]);
  await expect(describeHttpRoute({ apiId, routeId: one.routeId })).rejects.toThrow(NotFoundError);

  await deleteHttpApi(apiId);
  await expect(describeHttpApi(apiId)).rejects.toThrow(`HTTP API ${apiId} does not exist in this account and region`);
});

it('an API and its stages can be changed, listed and deleted', async () => {
  const api = await createHttpApi({ name: 'settings', cors: { allowOrigins: ['https://www.example.com'] } });
  const { apiId } = api;
  expect(api.cors).toMatchObject({ allowOrigins: ['https://www.example.com'], allowMethods: [] });
  expect(await updateHttpApi({ apiId, version: 'v2' })).toMatchObject({ name: 'settings', version: 'v2' });
  await deleteCorsConfiguration(apiId);
  expect((await describeHttpApi(apiId)).cors).toBeUndefined();
  expect(await Array.fromAsync(listHttpApis(), (each) => each.apiId)).toContain(apiId);

  await createHttpStage({ apiId, stageName: 'v1', stageVariables: { table: 'orders' }, tags: { team: 'web' } });
  await updateHttpStage({ apiId, stageName: 'v1', routeSettings: { 'GET /orders': { throttlingRateLimit: 5 } } });
  expect(await describeHttpStage({ apiId, stageName: 'v1' })).toMatchObject({
    stageName: 'v1',
    autoDeploy: true,
    stageVariables: { table: 'orders' },
    routeSettings: { 'GET /orders': { throttlingRateLimit: 5 } },
    tags: { team: 'web' },
  });
  expect(await listHttpStages({ apiId }).count()).toBe(1);
  await deleteHttpStage({ apiId, stageName: 'v1' });
  await expect(describeHttpStage({ apiId, stageName: 'v1' })).rejects.toThrow(NotFoundError);
  await deleteHttpApi(api);
});

it('a route with JWT authorization rejects requests without a token', async () => {
  await using orders = await localFunction('http-tokens-local', echo);
  const { apiId } = await createHttpApi('tokens');
  const issuer = 'https://issuer.example.com';
  const { authorizerId } = await createHttpAuthorizer({ apiId, name: 'users', issuer, audience: ['mobile-app'] });
  expect(await describeHttpAuthorizer({ apiId, authorizerId })).toMatchObject({ issuer, audience: ['mobile-app'] });
  const { functionArn } = orders;
  await routeToFunction({ apiId, routeKey: 'ANY /{proxy+}', functionArn, authorizationType: 'JWT', authorizerId });
  await createHttpStage(apiId);
  expect((await fetch(`${urlOf(apiId, '$default')}/orders`)).status).toBe(401);
  expect(await listHttpAuthorizers({ apiId }).count()).toBe(1);
  await deleteHttpAuthorizer({ apiId, authorizerId });
  await deleteHttpApi(apiId);
});
