import type { StandardSchema } from '@arch/core';
import { type AwsResource, type Open, readInput, withAws, z } from '@arch/core/builder';

import { epochDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { headersOf, listRecord, optionalText, queryOf, textRecord, withHttpBody } from '../http-request-event.js';
import { present } from '../present.js';

/** Types of WebSocket events: the start of a connection, a message, and the end of a connection. */
export const webSocketEventTypes = ['CONNECT', 'MESSAGE', 'DISCONNECT'] as const;
export type WebSocketEventType = Open<(typeof webSocketEventTypes)[number]>;

/** An event of a WebSocket API: a message, or the start or end of a connection. */
export interface WebSocketEvent<Body = string | undefined> extends AwsResource {
  /** Type: `CONNECT`, `MESSAGE` or `DISCONNECT`. */
  readonly eventType: WebSocketEventType;
  /** ID of the connection. */
  readonly connectionId: string;
  /** Key of the route: `$connect`, `$disconnect`, `$default` or the key of a user-defined route. */
  readonly routeKey: string;
  /** Message: the output of the schema, or text if there is no schema. `undefined` without a message. */
  readonly body: Body;
  /** The bytes of a binary message. */
  readonly bytes?: Uint8Array;
  /** Headers of the request that started the connection, with names in lower case. `{}` for a message. */
  readonly headers: Readonly<Record<string, string>>;
  /** Query parameters of the request that started the connection, with all values of each. `{}` for a message. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Domain name of the API. */
  readonly domainName: string;
  /** Name of the API stage. */
  readonly stage: string;
  /** Start of the connection, in UTC. */
  readonly connectedAt?: Date;
  /** ID of the request. */
  readonly requestId?: string;
  /** IP address of the client. */
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
 * Parses the event with which a WebSocket API of API Gateway invokes a Lambda function. With a schema (zod, valibot, arktype), the body must
 * be JSON that matches it. Events of `$connect` and `$disconnect` have no body.
 *
 * @example
 * const { connectionId, body } = await parseWebSocketEvent(event, z.object({ action: z.string() }));
 * @throws {InvalidInputError} the event is of another kind, a member is missing or invalid, or the body does not match the schema.
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
