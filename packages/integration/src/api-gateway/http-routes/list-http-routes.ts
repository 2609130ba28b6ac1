import { type AwsInput, input, listOperation, type ListOperation } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { GetRoutesCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { httpRoute, type HttpRoute } from './http-route.js';

export interface ListHttpRoutesInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
}

/**
 * Lists the routes of an HTTP API.
 *
 * @example
 * for await (const { routeKey, authorizationType } of listHttpRoutes({ apiId })) console.log(routeKey, authorizationType);
 * @throws {NotFoundError} there is no such API in this region.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html
 */
export const listHttpRoutes: ListOperation<ListHttpRoutesInput, HttpRoute, { on: 'apiId' }> = listOperation(() => ({
  name: 'listHttpRoutes',
  service: apiGateway,
  command: GetRoutesCommand,
  permissions: [{ action: 'apigateway:GET', resources: ['Routes'] }],
  input: input<ListHttpRoutesInput>({ apiId: apiId() }),
  item: httpRoute(),
  items: ({ Items }) => Items,
  pages: { token: 'NextToken' },
  errors: httpApiErrors,
}));
