import { type AwsInput, input, listOperation, type ListOperation } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { GetIntegrationsCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { httpIntegration, type HttpIntegration } from './http-integration.js';

export interface ListHttpIntegrationsInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
}

/**
 * Lists the integrations of an HTTP API.
 *
 * @example
 * for await (const { integrationId, functionArn } of listHttpIntegrations({ apiId })) console.log(integrationId, functionArn);
 * @throws {NotFoundError} there is no such API in this region.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html
 */
export const listHttpIntegrations: ListOperation<ListHttpIntegrationsInput, HttpIntegration, { on: 'apiId' }> =
  listOperation(() => ({
    name: 'listHttpIntegrations',
    service: apiGateway,
    command: GetIntegrationsCommand,
    permissions: [{ action: 'apigateway:GET', resources: ['Integrations'] }],
    input: input<ListHttpIntegrationsInput>({ apiId: apiId() }),
    item: httpIntegration(),
    items: ({ Items }) => Items,
    pages: { token: 'NextToken' },
    errors: httpApiErrors,
  }));
