import type { StandardSchema } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import { expectKind } from '../expect-kind.js';
import { type HttpRequestEvent, optionalText, withHttpBody } from '../http-request-event.js';
import { httpApiFields, httpApiRequest } from './http-api-request.js';

const type = () =>
  z.object({
    ...httpApiFields(),
    routeKey: optionalText(),
    body: optionalText(),
    isBase64Encoded: z.optional(z.nullable(z.boolean())),
  });

/**
 * Parses the event with which an HTTP API of API Gateway or a function URL (payload 2.0) invokes a Lambda function. With a schema (zod,
 * valibot, arktype), the body must be JSON that matches it.
 *
 * @example
 * const { method, path, body } = await parseHttpApiEvent(event, z.object({ amount: z.number() }));
 * @throws {InvalidInputError} the event is of another kind, a member is missing, or the body does not match the schema.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export async function parseHttpApiEvent(event: unknown): Promise<HttpRequestEvent>;
export async function parseHttpApiEvent<Body>(
  event: unknown,
  schema: StandardSchema<Body>,
): Promise<HttpRequestEvent<Body>>;
export async function parseHttpApiEvent(
  event: unknown,
  schema?: StandardSchema<unknown>,
): Promise<HttpRequestEvent<unknown>> {
  const operation = 'parseHttpApiEvent';
  expectKind(operation, event, 'http-api');
  const read = readInput({ name: operation, input: type() }, event);
  const { routeKey, body, isBase64Encoded } = read;
  const request = { ...httpApiRequest(read), route: routeKey ?? undefined, body, isBase64Encoded };
  return withHttpBody(operation, request, schema);
}
