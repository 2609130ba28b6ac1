import { type AwsResource, readInput, secret, withAws, z } from '@arch/core/builder';

import { expectKind } from '../expect-kind.js';

/** A request of API Gateway to a Lambda authorizer of the type TOKEN. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html */
export interface TokenAuthorizerEvent extends AwsResource {
  /** Value of the header that is the token source of the authorizer, e.g. `Bearer …`. Secret. */
  readonly authorizationToken: string;
  /** ARN of the method that is called, e.g. `arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders`. */
  readonly methodArn: string;
}

const type = () => z.object({ authorizationToken: secret(z.string()), methodArn: z.string() });

/**
 * Parses the event with which a REST API of API Gateway invokes a Lambda authorizer of the type TOKEN.
 *
 * @example
 * const { authorizationToken, methodArn } = parseTokenAuthorizerEvent(event);
 * @throws {InvalidInputError} the event is of another kind, or a member is missing.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
export const parseTokenAuthorizerEvent = (event: unknown): TokenAuthorizerEvent => {
  const operation = 'parseTokenAuthorizerEvent';
  expectKind(operation, event, 'token-authorizer');
  return withAws({ ...readInput({ name: operation, input: type() }, event) }, event);
};
