import { type AwsInput, input, operation, type Operation, tagRecord, type Tags, z } from '@arch/core/builder';
import { apiGateway } from '@arch/services/api-gateway';
import { CreateApiCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApi, type HttpApi } from './http-api.js';
import { httpApiName, type HttpApiSettings, httpApiSettingsFields, toCorsConfiguration } from './http-api-settings.js';

export interface CreateHttpApiInput extends HttpApiSettings, AwsInput {
  /** Name, 1–128 characters. It need not be unique. */
  readonly name: string;
  /** Tags of the API. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates an HTTP API. It serves requests after routes (`routeToFunction`) and a stage (`createHttpStage`) are added. Not idempotent: AWS has
 * no idempotency token for it and names are not unique, so a request without a response is not retried.
 *
 * @example
 * const { apiId, apiEndpoint } = await createHttpApi({ name: 'orders', cors: { allowOrigins: ['https://www.example.com'] } });
 * await routeToFunction({ apiId, routeKey: 'GET /orders/{id}', functionArn });
 * await createHttpStage(apiId);
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html
 */
export const createHttpApi: Operation<string | CreateHttpApiInput, HttpApi, { with: 'tags' }> = operation(() => ({
  name: 'createHttpApi',
  service: apiGateway,
  command: CreateApiCommand,
  permissions: [
    { action: 'apigateway:POST', resources: ['Apis'] },
    { action: 'apigateway:POST', resources: ['Tags'], with: 'tags' },
  ],
  key: 'name',
  input: input<CreateHttpApiInput>({
    name: httpApiName(),
    tags: z.optional(tagRecord()),
    ...httpApiSettingsFields(),
  }),
  output: httpApi(),
  request: ({ name, cors }) => ({
    Name: name,
    ProtocolType: 'HTTP' as const,
    ...(cors && { CorsConfiguration: toCorsConfiguration(cors) }),
  }),
  repeatable: false,
  creates: ({ apiId }) => [apiId],
}));
