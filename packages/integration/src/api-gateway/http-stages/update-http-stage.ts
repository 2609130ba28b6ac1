import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId, stageName } from '@arch/services/api-gateway';
import { UpdateStageCommand } from '@aws-sdk/client-apigatewayv2';

import { accessLogPermissions } from './http-access-log.js';
import { httpStage, type HttpStage } from './http-stage.js';
import { httpStageErrors } from './http-stage-errors.js';
import { type HttpStageSettings, httpStageSettingsFields, toStageRequest } from './http-stage-settings.js';

export interface UpdateHttpStageInput extends HttpStageSettings, AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** Name of the stage, e.g. `$default`. */
  readonly stageName: string;
  /** Whether changes of the API are deployed automatically. */
  readonly autoDeploy?: boolean | undefined;
  /** ID of the deployment that the stage serves. Not allowed for a stage with `autoDeploy`. */
  readonly deploymentId?: string | undefined;
}

/**
 * Changes settings of a stage. Omitted settings do not change. AWS treats the limits and metrics for all routes as one setting, so pass them
 * together.
 *
 * @example
 * await updateHttpStage({ apiId, stageName: '$default', throttlingRateLimit: 50, throttlingBurstLimit: 100 });
 * @throws {NotFoundError} there is no such API in this region, or no such stage in the API.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html
 */
export const updateHttpStage: Operation<
  UpdateHttpStageInput,
  HttpStage,
  { on: 'apiId' | 'stageName'; with: 'accessLogSettings' }
> = operation(() => ({
  name: 'updateHttpStage',
  service: apiGateway,
  command: UpdateStageCommand,
  permissions: [{ action: 'apigateway:PATCH', resources: ['Stage'] }, ...accessLogPermissions()],
  input: input<UpdateHttpStageInput>({
    apiId: apiId(),
    stageName: stageName(),
    autoDeploy: z.optional(z.boolean()),
    deploymentId: z.optional(apiGatewayId('a deployment')),
    ...httpStageSettingsFields(),
  }),
  output: httpStage(),
  request: ({ apiId, stageName, ...settings }) => ({ ApiId: apiId, StageName: stageName, ...toStageRequest(settings) }),
  errors: httpStageErrors,
}));
