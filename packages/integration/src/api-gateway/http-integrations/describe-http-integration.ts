import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId } from '@arch/services/api-gateway';
import { GetIntegrationCommand } from '@aws-sdk/client-apigatewayv2';

import { httpIntegration, type HttpIntegration } from './http-integration.js';
import { httpIntegrationErrors } from './http-integration-errors.js';

export interface DescribeHttpIntegrationInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** ID of the integration. */
  readonly integrationId: string;
}

/**
 * Describes one integration of an HTTP API.
 *
 * @example
 * const { functionArn } = await describeHttpIntegration({ apiId, integrationId });
 * @throws {NotFoundError} there is no such API in this region, or no such integration in the API.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html
 */
export const describeHttpIntegration: Operation<
  DescribeHttpIntegrationInput,
  HttpIntegration,
  { on: 'apiId' | 'integrationId' }
> = operation(() => ({
  name: 'describeHttpIntegration',
  service: apiGateway,
  command: GetIntegrationCommand,
  permissions: [{ action: 'apigateway:GET', resources: ['Integration'] }],
  input: input<DescribeHttpIntegrationInput>({ apiId: apiId(), integrationId: apiGatewayId('an integration') }),
  output: httpIntegration(),
  errors: httpIntegrationErrors,
}));
