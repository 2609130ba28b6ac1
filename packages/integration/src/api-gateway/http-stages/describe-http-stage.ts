import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiId, stageName } from '@arch/services/api-gateway';
import { GetStageCommand } from '@aws-sdk/client-apigatewayv2';

import { httpStage, type HttpStage } from './http-stage.js';
import { httpStageErrors } from './http-stage-errors.js';

export interface DescribeHttpStageInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** Name of the stage, e.g. `$default`. */
  readonly stageName: string;
}

/**
 * Describes one stage of an HTTP API: its settings and the status of its last deployment.
 *
 * @example
 * const { lastDeploymentStatusMessage } = await describeHttpStage({ apiId, stageName: '$default' });
 * @throws {NotFoundError} there is no such API in this region, or no such stage in the API.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html
 */
export const describeHttpStage: Operation<DescribeHttpStageInput, HttpStage, { on: 'apiId' | 'stageName' }> = operation(
  () => ({
    name: 'describeHttpStage',
    service: apiGateway,
    command: GetStageCommand,
    permissions: [{ action: 'apigateway:GET', resources: ['Stage'] }],
    input: input<DescribeHttpStageInput>({ apiId: apiId(), stageName: stageName() }),
    output: httpStage(),
    errors: httpStageErrors,
  }),
);
