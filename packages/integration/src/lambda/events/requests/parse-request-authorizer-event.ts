import { type AwsResource, readInput, withAws, z } from '@arch/core/builder';

import { expectKind } from '../expect-kind.js';
import { optionalText } from '../http-request-event.js';
import { present } from '../present.js';
import { restApiFields, restApiRequest } from './rest-api-request.js';

/** A request of API Gateway to a Lambda authorizer of the type REQUEST. */
export interface RequestAuthorizerEvent extends AwsResource {
  /** ARN of the method that is called, or of the route of a WebSocket API, e.g. `…/prod/$connect`. */
  readonly methodArn: string;
  /** HTTP method in upper case, e.g. `GET`. Absent for WebSocket APIs. */
  readonly method?: string;
  /** Path of the request, without the query. Absent for WebSocket APIs. */
  readonly path?: string;
  /** Headers, with names in lower case. Several headers with one name are joined by `, `, cookies by `; `. */
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
  z.object({ ...restApiFields(), methodArn: z.string(), httpMethod: optionalText(), path: optionalText() });

/**
 * Parses the event with which API Gateway invokes a Lambda authorizer of the type REQUEST. Works for REST APIs, WebSocket APIs, and HTTP APIs
 * with payload format 1.0.
 *
 * @example
 * const { methodArn, headers } = parseRequestAuthorizerEvent(event);
 * @throws {InvalidInputError} the event is of another kind, or a member is missing.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 */
export const parseRequestAuthorizerEvent = (event: unknown): RequestAuthorizerEvent => {
  const operation = 'parseRequestAuthorizerEvent';
  expectKind(operation, event, 'request-authorizer');
  const sent = readInput({ name: operation, input: type() }, event);
  const { methodArn, httpMethod: method, path } = sent;
  const { requestId, sourceIp, ...request } = restApiRequest(sent);
  return withAws({ methodArn, ...request, ...present({ method, path, requestId, sourceIp }) }, event);
};
