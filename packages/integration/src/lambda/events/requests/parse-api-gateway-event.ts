import type { StandardSchema } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import { expectKind } from '../expect-kind.js';
import { type HttpRequestEvent, optionalText, withHttpBody } from '../http-request-event.js';
import { restApiFields, restApiRequest } from './rest-api-request.js';

const type = () =>
  z.object({
    ...restApiFields(),
    httpMethod: z.string(),
    path: z.string(),
    resource: optionalText(),
    body: optionalText(),
    isBase64Encoded: z.optional(z.nullable(z.boolean())),
  });

/**
 * Parses the event with which a REST API of API Gateway (payload 1.0) invokes a Lambda function. With a schema (zod, valibot, arktype), the
 * body must be JSON that matches it.
 *
 * @example
 * const { method, pathParameters, body } = await parseApiGatewayEvent(event, z.object({ amount: z.number() }));
 * @throws {InvalidInputError} the event is of another kind, a member is missing, or the body does not match the schema.
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
  const { httpMethod: method, path, resource, body, isBase64Encoded } = read;
  const route = resource ? `${method} ${resource}` : undefined;
  const request = { ...restApiRequest(read), method, path, route, body, isBase64Encoded };
  return withHttpBody(operation, request, schema);
}
