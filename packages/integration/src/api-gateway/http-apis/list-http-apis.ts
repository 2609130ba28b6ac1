import { type AwsInput, input, listOperation, type ListOperation } from '@arch/core/builder';
import { apiGateway } from '@arch/services/api-gateway';
import { GetApisCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApi, type HttpApi } from './http-api.js';

/** API Gateway has no filters for APIs. */
export interface ListHttpApisInput extends AwsInput {}

/**
 * Lists the HTTP APIs in the region. WebSocket APIs, which AWS returns in the same list, are omitted, so a page may be empty.
 *
 * @example
 * for await (const { apiId, name, apiEndpoint } of listHttpApis()) console.log(apiId, name, apiEndpoint);
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html
 */
export const listHttpApis: ListOperation<ListHttpApisInput, HttpApi> = listOperation(() => ({
  name: 'listHttpApis',
  service: apiGateway,
  command: GetApisCommand,
  permissions: [{ action: 'apigateway:GET', resources: ['Apis'] }],
  input: input<ListHttpApisInput>({}),
  item: httpApi(),
  items: ({ Items }) => Items?.filter(({ ProtocolType }) => ProtocolType !== 'WEBSOCKET'),
  pages: { token: 'NextToken' },
}));
