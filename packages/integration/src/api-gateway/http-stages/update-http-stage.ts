import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId, stageName } from '@arch/services/api-gateway';
import { UpdateStageCommand } from '@aws-sdk/client-apigatewayv2';

import { accessLogPermissions } from './http-access-log.js';
import { httpStage, type HttpStage } from './http-stage.js';
import { httpStageErrors } from './http-stage-errors.js';
import { type HttpStageSettings, httpStageSettingsFields, toStageRequest } from './http-stage-settings.js';

export interface UpdateHttpStageInput extends HttpStageSettings, AwsInput {
  readonly apiId: string;
  /** e.g. `$default`. */
  readonly stageName: string;
  /** Whether it serves changes of the API by itself. */
  readonly autoDeploy?: boolean | undefined;
  /** What it serves; not of a stage that deploys by itself. */
  readonly deploymentId?: string | undefined;
}

/**
 * Changes settings of a stage; what is not named stays. To API Gateway the limits for all routes are one setting: name them together.
 *
 * @example
 * await updateHttpStage({ apiId, stageName: '$default', throttlingRateLimit: 50, throttlingBurstLimit: 100 });
 * @throws {NotFoundError} there is no such API in this region, or it has no such stage.
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
