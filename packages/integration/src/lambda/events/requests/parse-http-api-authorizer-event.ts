import { type AwsResource, readInput, secret, withAws, z } from '@arch/core/builder';

import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';
import { httpApiFields, httpApiRequest } from './http-api-request.js';

/** A request of an HTTP API to a Lambda authorizer (payload format 2.0). */
export interface HttpApiAuthorizerEvent extends AwsResource {
  /** ARN of the route that is called. */
  readonly routeArn: string;
  /** Key of the route, e.g. `GET /orders/{id}` or `$default`. */
  readonly routeKey: string;
  /** The values of the identity sources, e.g. the header `authorization`. Secret. */
  readonly identitySource: readonly string[];
  /** HTTP method in upper case, e.g. `GET`. */
  readonly method: string;
  /** Path of the request, without the query. */
  readonly path: string;
  /** Headers, with names in lower case. Cookies are joined by `; `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Query parameters, with all values of each. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Values of the path variables of the route. `{}` if there are none. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Variables of the API stage. `{}` if there are none. */
  readonly stageVariables: Readonly<Record<string, string>>;
  /** ID of the request. */
  readonly requestId?: string;
  /** IP address of the client. */
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
 * Parses the event with which an HTTP API of API Gateway invokes a Lambda authorizer with payload format 2.0. With format 1.0, use
 * `parseRequestAuthorizerEvent`.
 *
 * @example
 * const { routeKey, identitySource } = parseHttpApiAuthorizerEvent(event);
 * @throws {InvalidInputError} the event is of another kind, or a member is missing.
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
