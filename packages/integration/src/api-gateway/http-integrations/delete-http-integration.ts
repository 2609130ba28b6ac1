import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId } from '@arch/services/api-gateway';
import { DeleteIntegrationCommand } from '@aws-sdk/client-apigatewayv2';

import { httpIntegrationErrors } from './http-integration-errors.js';

export interface DeleteHttpIntegrationInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** ID of the integration. */
  readonly integrationId: string;
}

/**
 * Deletes an integration that no route uses. `deleteHttpRoute` deletes it together with its last route.
 *
 * @example
 * await deleteHttpIntegration({ apiId, integrationId });
 * @throws {NotFoundError} there is no such API in this region, or no such integration in the API.
 * @throws {ConflictError} a route uses the integration.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html
 */
export const deleteHttpIntegration: Operation<DeleteHttpIntegrationInput, void, { on: 'apiId' | 'integrationId' }> =
  operation(() => ({
    name: 'deleteHttpIntegration',
    service: apiGateway,
    command: DeleteIntegrationCommand,
    permissions: [{ action: 'apigateway:DELETE', resources: ['Integration'] }],
    input: input<DeleteHttpIntegrationInput>({ apiId: apiId(), integrationId: apiGatewayId('an integration') }),
    output: noOutput(),
    deletes: true,
    errors: httpIntegrationErrors,
  }));
