import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';
import { expect, it } from 'vitest';

import { parseApiGatewayEvent, parseHttpApiEvent, parseWebSocketEvent } from '../../index.js';

const context = {
  routeKey: 'order',
  messageId: 'm-1',
  eventType: 'MESSAGE',
  messageDirection: 'IN',
  stage: 'prod',
  connectedAt: 1_793_527_200_000,
  requestTimeEpoch: 1_793_527_201_000,
  requestId: 'r-1',
  domainName: 'a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com',
  connectionId: 'c-1',
  apiId: 'a1b2c3d4e5',
  identity: { sourceIp: '192.0.2.1' },
};
const event = { requestContext: context, body: '{"action":"order"}', isBase64Encoded: false };

it('parses a message', async () => {
  const parsed = await parseWebSocketEvent(event, z.object({ action: z.string() }));
  expect(parsed).toEqual({
    eventType: 'MESSAGE',
    connectionId: 'c-1',
    routeKey: 'order',
    body: { action: 'order' },
    headers: {},
    query: {},
    domainName: 'a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com',
    stage: 'prod',
    connectedAt: new Date('2026-11-01T10:00:00Z'),
    requestId: 'r-1',
    sourceIp: '192.0.2.1',
  });
  expect(parsed.aws).toBe(event);
});

it('parses the start of a connection, with headers and query', async () => {
  const connect = {
    requestContext: { ...context, eventType: 'CONNECT', routeKey: '$connect' },
    headers: { Host: 'a' },
    multiValueQueryStringParameters: { token: ['a', 'b'] },
    isBase64Encoded: false,
  };
  expect(await parseWebSocketEvent(connect)).toMatchObject({
    eventType: 'CONNECT',
    headers: { host: 'a' },
    query: { token: ['a', 'b'] },
    body: undefined,
  });
});

it('parses a binary message', async () => {
  const { bytes, body } = await parseWebSocketEvent({ ...event, body: 'aGk=', isBase64Encoded: true });
  expect([body, Buffer.from(bytes ?? []).toString()]).toEqual(['hi', 'hi']);
});

it('rejects invalid events', async () => {
  const broken = parseWebSocketEvent({ requestContext: { ...context, connectedAt: 'soon' } });
  await expect(broken).rejects.toThrow(InvalidInputError);
  await expect(broken).rejects.toThrow('requestContext.connectedAt must be a time in milliseconds since 1970');
});

it('is named in the errors of the parsers of requests, also with a method', async () => {
  await expect(parseHttpApiEvent(event)).rejects.toThrow(
    'this is an event of a WebSocket API (it has requestContext.connectionId), not an event of an HTTP API or a function URL (payload 2.0): use parseWebSocketEvent.',
  );
  await expect(parseApiGatewayEvent({ ...event, httpMethod: 'GET', path: '/' })).rejects.toThrow(
    'parseWebSocketEvent.',
  );
});
