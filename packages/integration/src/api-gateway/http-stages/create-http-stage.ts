import {
  alreadyExists,
  type AwsInput,
  input,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  z,
} from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId, stageName } from '@arch/services/api-gateway';
import { CreateStageCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { accessLogPermissions } from './http-access-log.js';
import { httpStage, type HttpStage } from './http-stage.js';
import { type HttpStageSettings, httpStageSettingsFields, toStageRequest } from './http-stage-settings.js';

export interface CreateHttpStageInput extends HttpStageSettings, AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /**
   * Name, 1–128 letters, digits, `-` and `_`, which is part of the URL. Default: `$default`, which is served at the `apiEndpoint` of the API.
   */
  readonly stageName?: string | undefined;
  /** Whether changes of the API are deployed automatically, within seconds. Default: `true`, unless `deploymentId` is set. */
  readonly autoDeploy?: boolean | undefined;
  /** ID of the deployment that the stage serves. Not allowed with `autoDeploy`. */
  readonly deploymentId?: string | undefined;
  /** Tags of the stage. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a stage, which serves an HTTP API: the stage `$default` at its `apiEndpoint`, others at `<apiEndpoint>/<stageName>`. By default,
 * changes of routes are deployed within seconds. Not idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * await createHttpStage({ apiId, stageName: 'v1', throttlingRateLimit: 100, throttlingBurstLimit: 200 });
 * @throws {AlreadyExistsError} the API already has a stage with this name.
 * @throws {NotFoundError} there is no such API in this region.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html
 */
export const createHttpStage: Operation<
  string | CreateHttpStageInput,
  HttpStage,
  { on: 'apiId'; with: 'accessLogSettings' | 'tags' }
> = operation(() => ({
  name: 'createHttpStage',
  service: apiGateway,
  command: CreateStageCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'apigateway:POST', resources: ['Stages'] },
    { action: 'apigateway:POST', resources: ['Tags'], with: 'tags' },
    ...accessLogPermissions(),
  ],
  key: 'apiId',
  input: input<CreateHttpStageInput>({
    apiId: apiId(),
    stageName: z.optional(stageName()),
    autoDeploy: z.optional(z.boolean()),
    deploymentId: z.optional(apiGatewayId('a deployment')),
    tags: z.optional(tagRecord()),
    ...httpStageSettingsFields(),
  }).check(
    z.refine(({ autoDeploy, deploymentId }) => !autoDeploy || deploymentId === undefined, {
      path: ['deploymentId'],
      error: 'omitted if autoDeploy is true',
    }),
  ),
  output: httpStage(),
  request: ({ apiId, stageName = '$default', deploymentId, autoDeploy = deploymentId === undefined, ...settings }) => ({
    ApiId: apiId,
    StageName: stageName,
    AutoDeploy: autoDeploy,
    ...toStageRequest(settings),
  }),
  errors: { ...httpApiErrors, ConflictException: alreadyExists({ resource: 'stage', member: 'stageName' }) },
}));
