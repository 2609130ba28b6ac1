import { type AwsInput, input, operation, type Operation, tagRecord, type Tags, z } from '@arch/core/builder';
import { apiGateway } from '@arch/services/api-gateway';
import { CreateApiCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApi, type HttpApi } from './http-api.js';
import { httpApiName, type HttpApiSettings, httpApiSettingsFields, toCorsConfiguration } from './http-api-settings.js';

export interface CreateHttpApiInput extends HttpApiSettings, AwsInput {
  /** 1–128 characters. Several APIs may have the same. */
  readonly name: string;
  readonly tags?: Tags | undefined;
}

/**
 * Creates an HTTP API. It answers nothing yet: give it routes (`routeToFunction`) and a stage (`createHttpStage`). AWS has no token for it,
 * and a name is not unique: a call whose answer is lost is not repeated.
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
