import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { GetApiCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApi, type HttpApi } from './http-api.js';
import { httpApiErrors } from '../http-api-errors.js';

export interface DescribeHttpApiInput extends AwsInput {
  /** ID of the API, e.g. `a1b2c3d4e5`. */
  readonly apiId: string;
}

/**
 * Describes an HTTP API: its URL and its settings.
 *
 * @example
 * const { apiEndpoint } = await describeHttpApi('a1b2c3d4e5');
 * @throws {NotFoundError} there is no HTTP API with this ID in this region. Also thrown for the ID of a WebSocket API.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html
 */
export const describeHttpApi: Operation<string | DescribeHttpApiInput, HttpApi, { on: 'apiId' }> = operation(() => ({
  name: 'describeHttpApi',
  service: apiGateway,
  command: GetApiCommand,
  permissions: [{ action: 'apigateway:GET', resources: ['Api'] }],
  key: 'apiId',
  input: input<DescribeHttpApiInput>({ apiId: apiId() }),
  output: httpApi(),
  absent: 'not-found',
  select: (api) => (api.ProtocolType === 'WEBSOCKET' ? undefined : api),
  errors: httpApiErrors,
}));
