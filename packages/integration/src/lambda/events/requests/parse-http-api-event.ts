import type { StandardSchema } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import {
  headersOf,
  type HttpRequestEvent,
  texts,
  withHttpBody,
  optionalText,
  textRecord,
} from '../http-request-event.js';
import { expectKind } from '../expect-kind.js';

const type = () =>
  z.object({
    routeKey: optionalText(),
    rawPath: z.string(),
    rawQueryString: optionalText(),
    cookies: z.optional(z.nullable(z.array(z.string()))),
    headers: textRecord(),
    pathParameters: textRecord(),
    stageVariables: textRecord(),
    body: optionalText(),
    isBase64Encoded: z.optional(z.nullable(z.boolean())),
    requestContext: z.object({
      requestId: optionalText(),
      http: z.object({ method: z.string(), sourceIp: optionalText() }),
    }),
  });

/**
 * Parses the event with which an HTTP API of API Gateway or a function URL (payload 2.0) calls a Lambda function. With a schema (zod,
 * valibot, arktype), the body is JSON that fits it.
 *
 * @example
 * const { method, path, body } = await parseHttpApiEvent(event, z.object({ amount: z.number() }));
 * @throws {InvalidInputError} it is an event of another kind, a member is missing, or the body does not fit the schema.
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
  const { routeKey, rawPath: path, rawQueryString, cookies, requestContext, body, isBase64Encoded } = read;
  // API Gateway moves cookies out of the headers.
  const cookie = cookies && cookies.length > 0 ? { cookie: cookies.join('; ') } : {};
  // The raw query: in `queryStringParameters` several values of one name are joined by commas, which a value may contain itself.
  const parameters = new URLSearchParams(rawQueryString ?? '');
  const request = {
    method: requestContext.http.method,
    path,
    route: routeKey ?? undefined,
    headers: { ...headersOf(read.headers), ...cookie },
    query: Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)])),
    pathParameters: texts(read.pathParameters),
    stageVariables: texts(read.stageVariables),
    requestId: requestContext.requestId,
    sourceIp: requestContext.http.sourceIp,
    body,
    isBase64Encoded,
  };
  return withHttpBody(operation, request, schema);
}
