import { type AwsResource, readInput, secret, withAws, z } from '@arch/core/builder';

import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';
import { httpApiFields, httpApiRequest } from './http-api-request.js';

/** What an HTTP API asks a Lambda authorizer about a request (payload format 2.0). */
export interface HttpApiAuthorizerEvent extends AwsResource {
  /** ARN of the route that is called. */
  readonly routeArn: string;
  /** e.g. `GET /orders/{id}` or `$default`. */
  readonly routeKey: string;
  /** The values of the identity sources, e.g. the header `authorization`. Secret. */
  readonly identitySource: readonly string[];
  /** In capitals, e.g. `GET`. */
  readonly method: string;
  readonly path: string;
  /** Names in lower case; cookies are joined by `; `. */
  readonly headers: Readonly<Record<string, string>>;
  /** All values of each parameter. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly requestId?: string;
  readonly sourceIp?: string;
}

const type = () =>
  z.object({
    ...httpApiFields(),
    routeArn: z.string(),
    routeKey: z.string(),
    identitySource: z.optional(z.nullable(secret(z.array(z.string())))),
  });

/**
 * Parses the event with which an HTTP API of API Gateway calls a Lambda authorizer with payload format 2.0. With format 1.0, use
 * `parseRequestAuthorizerEvent`.
 *
 * @example
 * const { routeKey, identitySource } = parseHttpApiAuthorizerEvent(event);
 * @throws {InvalidInputError} it is an event of another kind, or a member is missing.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export const parseHttpApiAuthorizerEvent = (event: unknown): HttpApiAuthorizerEvent => {
  const operation = 'parseHttpApiAuthorizerEvent';
  expectKind(operation, event, 'http-api-authorizer');
  const sent = readInput({ name: operation, input: type() }, event);
  const { routeArn, routeKey } = sent;
  const { requestId, sourceIp, ...request } = httpApiRequest(sent);
  const identitySource = sent.identitySource ?? [];
  return withAws({ routeArn, routeKey, identitySource, ...request, ...present({ requestId, sourceIp }) }, event);
};
