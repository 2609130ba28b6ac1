import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId } from '@arch/services/api-gateway';
import { GetAuthorizerCommand } from '@aws-sdk/client-apigatewayv2';

import { httpAuthorizer, type HttpAuthorizer } from './http-authorizer.js';
import { httpAuthorizerErrors } from './http-authorizer-errors.js';

export interface DescribeHttpAuthorizerInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** ID of the authorizer. */
  readonly authorizerId: string;
}

/**
 * Describes one authorizer of an HTTP API.
 *
 * @example
 * const { issuer, audience } = await describeHttpAuthorizer({ apiId, authorizerId });
 * @throws {NotFoundError} there is no such API in this region, or no such authorizer in the API.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers-authorizerid.html
 */
export const describeHttpAuthorizer: Operation<
  DescribeHttpAuthorizerInput,
  HttpAuthorizer,
  { on: 'apiId' | 'authorizerId' }
> = operation(() => ({
  name: 'describeHttpAuthorizer',
  service: apiGateway,
  command: GetAuthorizerCommand,
  permissions: [{ action: 'apigateway:GET', resources: ['Authorizer'] }],
  input: input<DescribeHttpAuthorizerInput>({ apiId: apiId(), authorizerId: apiGatewayId('an authorizer') }),
  output: httpAuthorizer(),
  errors: httpAuthorizerErrors,
}));
