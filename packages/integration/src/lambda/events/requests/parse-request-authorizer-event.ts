import { type AwsResource, readInput, withAws, z } from '@arch/core/builder';

import { expectKind } from '../expect-kind.js';
import { optionalText } from '../http-request-event.js';
import { present } from '../present.js';
import { restApiFields, restApiRequest } from './rest-api-request.js';

/** What API Gateway asks a Lambda authorizer about a request. */
export interface RequestAuthorizerEvent extends AwsResource {
  /** ARN of the method that is called; of a WebSocket API that of the route, e.g. `…/prod/$connect`. */
  readonly methodArn: string;
  /** In capitals, e.g. `GET`. Absent for WebSocket APIs. */
  readonly method?: string;
  /** Absent for WebSocket APIs. */
  readonly path?: string;
  /** Names in lower case; several of one name are joined by `, `, those of `cookie` by `; `. */
  readonly headers: Readonly<Record<string, string>>;
  /** All values of each parameter. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly requestId?: string;
  readonly sourceIp?: string;
}

const type = () =>
  z.object({ ...restApiFields(), methodArn: z.string(), httpMethod: optionalText(), path: optionalText() });

/**
 * Parses the event with which API Gateway calls a Lambda authorizer of the type REQUEST: of a REST API, of a WebSocket API, and of an HTTP API
 * with payload format 1.0.
 *
 * @example
 * const { methodArn, headers } = parseRequestAuthorizerEvent(event);
 * @throws {InvalidInputError} it is an event of another kind, or a member is missing.
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
