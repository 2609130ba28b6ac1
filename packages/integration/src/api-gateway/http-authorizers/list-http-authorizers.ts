import { type AwsInput, input, listOperation, type ListOperation } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { GetAuthorizersCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { httpAuthorizer, type HttpAuthorizer } from './http-authorizer.js';

export interface ListHttpAuthorizersInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
}

/**
 * Lists the authorizers of an HTTP API.
 *
 * @example
 * for await (const { name, issuer } of listHttpAuthorizers({ apiId })) console.log(name, issuer);
 * @throws {NotFoundError} there is no such API in this region.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html
 */
export const listHttpAuthorizers: ListOperation<ListHttpAuthorizersInput, HttpAuthorizer, { on: 'apiId' }> =
  listOperation(() => ({
    name: 'listHttpAuthorizers',
    service: apiGateway,
    command: GetAuthorizersCommand,
    permissions: [{ action: 'apigateway:GET', resources: ['Authorizers'] }],
    input: input<ListHttpAuthorizersInput>({ apiId: apiId() }),
    item: httpAuthorizer(),
    items: ({ Items }) => Items,
    pages: { token: 'NextToken' },
    errors: httpApiErrors,
  }));
