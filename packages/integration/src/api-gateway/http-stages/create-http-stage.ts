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
  readonly apiId: string;
  /** 1–128 letters, digits, `-` and `_`; it becomes part of the URL. Default `$default`, which is served at the API's own URL. */
  readonly stageName?: string | undefined;
  /** Whether it serves changes of the API by itself, within seconds. Default `true`, unless there is a `deploymentId`. */
  readonly autoDeploy?: boolean | undefined;
  /** What it serves instead, until another is named. */
  readonly deploymentId?: string | undefined;
  readonly tags?: Tags | undefined;
}

/**
 * Creates a stage, with which an HTTP API is served: `$default` at its `apiEndpoint`, another at `<apiEndpoint>/<stageName>`. It serves what
 * routes there are and, within seconds, what becomes of them. Its name makes it one: a repeated call finds it taken.
 *
 * @example
 * await createHttpStage({ apiId, stageName: 'v1', throttlingRateLimit: 100, throttlingBurstLimit: 200 });
 * @throws {AlreadyExistsError} the API has a stage of that name.
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
