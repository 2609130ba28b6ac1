import type { StandardSchema } from '@arch/core';
import { readInput, z } from '@arch/core/builder';

import {
  headersOf,
  type HttpRequestEvent,
  queryOf,
  withHttpBody,
  listRecord,
  textRecord,
} from '../http-request-event.js';
import { expectKind } from '../expect-kind.js';

const type = () =>
  z.object({
    httpMethod: z.string(),
    path: z.string(),
    headers: textRecord(),
    multiValueHeaders: listRecord(),
    queryStringParameters: textRecord(),
    multiValueQueryStringParameters: listRecord(),
    body: z.optional(z.nullable(z.string())),
    isBase64Encoded: z.optional(z.nullable(z.boolean())),
    requestContext: z.object({ elb: z.object({ targetGroupArn: z.string() }) }),
  });

/**
 * Parses the event with which an Application Load Balancer invokes a Lambda function. With a schema (zod, valibot, arktype), the body must
 * be JSON that matches it. The query, which a load balancer sends encoded, is decoded.
 *
 * @example
 * const { method, path, query } = await parseAlbEvent(event);
 * @throws {InvalidInputError} the event is of another kind, a member is missing, or the body does not match the schema.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export async function parseAlbEvent(event: unknown): Promise<HttpRequestEvent>;
export async function parseAlbEvent<Body>(
  event: unknown,
  schema: StandardSchema<Body>,
): Promise<HttpRequestEvent<Body>>;
export async function parseAlbEvent(
  event: unknown,
  schema?: StandardSchema<unknown>,
): Promise<HttpRequestEvent<unknown>> {
  const operation = 'parseAlbEvent';
  expectKind(operation, event, 'alb');
  const read = readInput({ name: operation, input: type() }, event);
  const { httpMethod: method, path, body, isBase64Encoded } = read;
  const headers = headersOf(read.headers, read.multiValueHeaders);
  const query = Object.entries(queryOf(read.queryStringParameters, read.multiValueQueryStringParameters));
  const request = {
    method,
    path,
    headers,
    query: Object.fromEntries(query.map(([name, values]) => [decoded(name), values.map(decoded)])),
    pathParameters: {},
    stageVariables: {},
    requestId: headers['x-amzn-trace-id'],
    sourceIp: headers['x-forwarded-for']?.split(',')[0]?.trim(),
    body,
    isBase64Encoded,
  };
  return withHttpBody(operation, request, schema);
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    // Returns an invalid encoding of the client unchanged.
    return value;
  }
};
