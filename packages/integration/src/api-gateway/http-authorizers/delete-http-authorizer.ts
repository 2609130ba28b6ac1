import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId } from '@arch/services/api-gateway';
import { DeleteAuthorizerCommand } from '@aws-sdk/client-apigatewayv2';

import { httpAuthorizerErrors } from './http-authorizer-errors.js';

export interface DeleteHttpAuthorizerInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** ID of the authorizer. */
  readonly authorizerId: string;
}

/**
 * Deletes an authorizer that no route uses.
 *
 * @example
 * await deleteHttpAuthorizer({ apiId, authorizerId });
 * @throws {NotFoundError} there is no such API in this region, or no such authorizer in the API.
 * @throws {ConflictError} a route uses the authorizer.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers-authorizerid.html
 */
export const deleteHttpAuthorizer: Operation<DeleteHttpAuthorizerInput, void, { on: 'apiId' | 'authorizerId' }> =
  operation(() => ({
    name: 'deleteHttpAuthorizer',
    service: apiGateway,
    command: DeleteAuthorizerCommand,
    permissions: [{ action: 'apigateway:DELETE', resources: ['Authorizer'] }],
    input: input<DeleteHttpAuthorizerInput>({ apiId: apiId(), authorizerId: apiGatewayId('an authorizer') }),
    output: noOutput(),
    deletes: true,
    errors: httpAuthorizerErrors,
  }));
