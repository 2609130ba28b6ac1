import type { StandardSchema } from '@arch/core';
import { type AwsResource, type Open, readInput, withAws, z } from '@arch/core/builder';

import { epochDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { headersOf, listRecord, optionalText, queryOf, textRecord, withHttpBody } from '../http-request-event.js';
import { present } from '../present.js';

/** What happened on a connection. */
export const webSocketEventTypes = ['CONNECT', 'MESSAGE', 'DISCONNECT'] as const;
export type WebSocketEventType = Open<(typeof webSocketEventTypes)[number]>;

/** A message of a WebSocket API, or the beginning or end of a connection. */
export interface WebSocketEvent<Body = string | undefined> extends AwsResource {
  readonly eventType: WebSocketEventType;
  readonly connectionId: string;
  /** e.g. `$connect`, `$default` or a route of your own. */
  readonly routeKey: string;
  /** The text of the message, what the schema made of its JSON, or `undefined` without one. */
  readonly body: Body;
  /** The bytes of a binary message. */
  readonly bytes?: Uint8Array;
  /** Of the request that began the connection: names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of the request that began the connection: all values of each parameter. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly domainName: string;
  readonly stage: string;
  readonly connectedAt?: Date;
  readonly requestId?: string;
  readonly sourceIp?: string;
}

const type = () =>
  z.object({
    headers: textRecord(),
    multiValueHeaders: listRecord(),
    queryStringParameters: textRecord(),
    multiValueQueryStringParameters: listRecord(),
    body: optionalText(),
    isBase64Encoded: z.optional(z.nullable(z.boolean())),
    requestContext: z.object({
      eventType: z.string(),
      connectionId: z.string(),
      routeKey: z.string(),
      domainName: z.string(),
      stage: z.string(),
      connectedAt: z.optional(z.nullable(epochDate('milliseconds'))),
      requestId: optionalText(),
      identity: z.optional(z.nullable(z.object({ sourceIp: optionalText() }))),
    }),
  });

/**
 * Parses the event with which a WebSocket API of API Gateway calls a Lambda function. With a schema (zod, valibot, arktype), the body is JSON
 * that fits it; events of `$connect` and `$disconnect` have no body.
 *
 * @example
 * const { connectionId, body } = await parseWebSocketEvent(event, z.object({ action: z.string() }));
 * @throws {InvalidInputError} it is an event of another kind, a member is missing or invalid, or the body does not fit the schema.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
 */
export async function parseWebSocketEvent(event: unknown): Promise<WebSocketEvent>;
export async function parseWebSocketEvent<Body>(
  event: unknown,
  schema: StandardSchema<Body>,
): Promise<WebSocketEvent<Body>>;
export async function parseWebSocketEvent(
  event: unknown,
  schema?: StandardSchema<unknown>,
): Promise<WebSocketEvent<unknown>> {
  const operation = 'parseWebSocketEvent';
  expectKind(operation, event, 'websocket');
  const sent = readInput({ name: operation, input: type() }, event);
  const { eventType, connectionId, routeKey, domainName, stage, connectedAt, requestId, identity } =
    sent.requestContext;
  const { body, bytes } = await withHttpBody(operation, { ...empty, ...sent, headers: {} }, schema);
  return withAws(
    {
      eventType,
      connectionId,
      routeKey,
      body,
      headers: headersOf(sent.headers, sent.multiValueHeaders),
      query: queryOf(sent.queryStringParameters, sent.multiValueQueryStringParameters),
      domainName,
      stage,
      ...present({ bytes, connectedAt, requestId, sourceIp: identity?.sourceIp }),
    },
    event,
  );
}

const empty = { method: '', path: '', query: {}, pathParameters: {}, stageVariables: {} };
