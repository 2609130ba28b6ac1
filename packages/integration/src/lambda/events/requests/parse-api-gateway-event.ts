import type { StandardSchema } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import {
  headersOf,
  type HttpRequestEvent,
  queryOf,
  texts,
  withHttpBody,
  listRecord,
  optionalText,
  textRecord,
} from '../http-request-event.js';
import { expectKind } from '../expect-kind.js';

const type = () =>
  z.object({
    httpMethod: z.string(),
    path: z.string(),
    resource: optionalText(),
    headers: textRecord(),
    multiValueHeaders: listRecord(),
    queryStringParameters: textRecord(),
    multiValueQueryStringParameters: listRecord(),
    pathParameters: textRecord(),
    stageVariables: textRecord(),
    body: optionalText(),
    isBase64Encoded: z.optional(z.nullable(z.boolean())),
    requestContext: z.object({
      requestId: optionalText(),
      identity: z.optional(z.nullable(z.object({ sourceIp: optionalText() }))),
    }),
  });

/**
 * Parses the event with which a REST API of API Gateway (payload 1.0) calls a Lambda function. With a schema (zod, valibot, arktype), the
 * body is JSON that fits it.
 *
 * @example
 * const { method, pathParameters, body } = await parseApiGatewayEvent(event, z.object({ amount: z.number() }));
 * @throws {InvalidInputError} it is an event of another kind, a member is missing, or the body does not fit the schema.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export async function parseApiGatewayEvent(event: unknown): Promise<HttpRequestEvent>;
export async function parseApiGatewayEvent<Body>(
  event: unknown,
  schema: StandardSchema<Body>,
): Promise<HttpRequestEvent<Body>>;
export async function parseApiGatewayEvent(
  event: unknown,
  schema?: StandardSchema<unknown>,
): Promise<HttpRequestEvent<unknown>> {
  const operation = 'parseApiGatewayEvent';
  expectKind(operation, event, 'api-gateway');
  const read = readInput({ name: operation, input: type() }, event);
  const { httpMethod: method, path, resource, requestContext, body, isBase64Encoded } = read;
  const request = {
    method,
    path,
    route: resource ? `${method} ${resource}` : undefined,
    headers: headersOf(read.headers, read.multiValueHeaders),
    query: queryOf(read.queryStringParameters, read.multiValueQueryStringParameters),
    pathParameters: texts(read.pathParameters),
    stageVariables: texts(read.stageVariables),
    requestId: requestContext.requestId,
    sourceIp: requestContext.identity?.sourceIp,
    body,
    isBase64Encoded,
  };
  return withHttpBody(operation, request, schema);
}
