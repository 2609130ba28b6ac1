import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApi, type HttpApi } from './http-api.js';
import { httpApiErrors } from '../http-api-errors.js';
import { httpApiName, type HttpApiSettings, httpApiSettingsFields, toCorsConfiguration } from './http-api-settings.js';

export interface UpdateHttpApiInput extends HttpApiSettings, AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** New name, 1–128 characters. */
  readonly name?: string | undefined;
}

/**
 * Changes settings of an HTTP API. Omitted settings do not change. `cors` replaces the whole CORS configuration; `deleteCorsConfiguration`
 * deletes it. A stage with `autoDeploy` uses the change within seconds, other stages after their next deployment.
 *
 * @example
 * await updateHttpApi({ apiId, cors: { allowOrigins: ['https://www.example.com'], allowMethods: ['GET', 'PUT'] } });
 * @throws {NotFoundError} there is no such API in this region.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html
 */
export const updateHttpApi: Operation<UpdateHttpApiInput, HttpApi, { on: 'apiId' }> = operation(() => ({
  name: 'updateHttpApi',
  service: apiGateway,
  command: UpdateApiCommand,
  permissions: [{ action: 'apigateway:PATCH', resources: ['Api'] }],
  key: 'apiId',
  input: input<UpdateHttpApiInput>({ apiId: apiId(), name: z.optional(httpApiName()), ...httpApiSettingsFields() }),
  output: httpApi(),
  request: ({ apiId, cors }) => ({ ApiId: apiId, ...(cors && { CorsConfiguration: toCorsConfiguration(cors) }) }),
  errors: httpApiErrors,
}));
