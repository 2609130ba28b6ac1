import { expect, it } from 'vitest';

import { parseAlbEvent, parseApiGatewayEvent, parseHttpApiEvent, parseRequestAuthorizerEvent } from '../../index.js';

const methodArn = 'arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders';
const event = {
  type: 'REQUEST',
  methodArn,
  resource: '/orders',
  path: '/orders',
  httpMethod: 'GET',
  headers: { Authorization: 'Bearer a' },
  multiValueHeaders: { Accept: ['a', 'b'] },
  queryStringParameters: { tag: 'b' },
  multiValueQueryStringParameters: { tag: ['a', 'b'] },
  pathParameters: null,
  stageVariables: { color: 'blue' },
  requestContext: { requestId: 'r-1', identity: { sourceIp: '192.0.2.1' } },
};

it('parses the event of a REQUEST authorizer', () => {
  const parsed = parseRequestAuthorizerEvent(event);
  expect(parsed).toEqual({
    methodArn,
    method: 'GET',
    path: '/orders',
    headers: { authorization: 'Bearer a', accept: 'a, b' },
    query: { tag: ['a', 'b'] },
    pathParameters: {},
    stageVariables: { color: 'blue' },
    requestId: 'r-1',
    sourceIp: '192.0.2.1',
  });
  expect(parsed.aws).toBe(event);
});

it('parses the event of a WebSocket API, without method and path', () => {
  const { httpMethod: _method, path: _path, resource: _resource, ...connect } = event;
  const context = { connectionId: 'c-1', eventType: 'CONNECT', routeKey: '$connect' };
  const parsed = parseRequestAuthorizerEvent({ ...connect, requestContext: context });
  expect(Object.keys(parsed)).not.toContain('method');
  expect(parsed.methodArn).toBe(methodArn);
});

it.each([
  [parseApiGatewayEvent, event],
  [parseHttpApiEvent, event],
  [parseAlbEvent, event],
])('is named in the errors of the parsers of requests (%#)', async (parse, request) => {
  await expect(parse(request)).rejects.toThrow(
    /this is a REQUEST authorizer event \(payload 1\.0\) .*: use parseRequestAuthorizerEvent\.$/,
  );
});

it('rejects an event of an HTTP API with payload 2.0', () => {
  expect(() => parseRequestAuthorizerEvent({ version: '2.0', type: 'REQUEST', routeArn: methodArn })).toThrow(
    'use parseHttpApiAuthorizerEvent.',
  );
});
