import { InvalidInputError } from '@arch/core';
import { expect, it } from 'vitest';

import { parseHttpApiAuthorizerEvent, parseHttpApiEvent } from '../../index.js';

const routeArn = 'arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/$default/POST/orders';
const event = {
  version: '2.0',
  type: 'REQUEST',
  routeArn,
  identitySource: ['Bearer marker-secret'],
  routeKey: 'POST /orders',
  rawPath: '/orders',
  rawQueryString: 'tag=a%2Cb&tag=c',
  cookies: ['session=1', 'theme=dark'],
  headers: { Authorization: 'Bearer marker-secret' },
  requestContext: { requestId: 'r-1', http: { method: 'POST', path: '/orders', sourceIp: '192.0.2.1' } },
};

it('parses the event of an authorizer of an HTTP API', () => {
  const parsed = parseHttpApiAuthorizerEvent(event);
  expect(parsed).toEqual({
    routeArn,
    routeKey: 'POST /orders',
    identitySource: ['Bearer marker-secret'],
    method: 'POST',
    path: '/orders',
    headers: { authorization: 'Bearer marker-secret', cookie: 'session=1; theme=dark' },
    query: { tag: ['a,b', 'c'] },
    pathParameters: {},
    stageVariables: {},
    requestId: 'r-1',
    sourceIp: '192.0.2.1',
  });
  expect(parsed.aws).toBe(event);
});

it('does not quote an identity source in errors', () => {
  const wrong = (): unknown => parseHttpApiAuthorizerEvent({ ...event, identitySource: 'Bearer marker-secret' });
  expect(wrong).toThrow(InvalidInputError);
  expect(wrong).not.toThrow('marker-secret');
});

it('is named in the error of the parser of requests', async () => {
  await expect(parseHttpApiEvent(event)).rejects.toThrow('use parseHttpApiAuthorizerEvent.');
});
