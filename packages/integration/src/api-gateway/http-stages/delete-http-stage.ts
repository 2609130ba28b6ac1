import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiId, stageName } from '@arch/services/api-gateway';
import { DeleteStageCommand } from '@aws-sdk/client-apigatewayv2';

import { httpStageErrors } from './http-stage-errors.js';

export interface DeleteHttpStageInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** Name of the stage, e.g. `$default`. */
  readonly stageName: string;
}

/**
 * Deletes a stage. Its URL then returns the status 404. The API and its routes are not deleted.
 *
 * @example
 * await deleteHttpStage({ apiId, stageName: 'v1' });
 * @throws {NotFoundError} there is no such API in this region, or no such stage in the API.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html
 */
export const deleteHttpStage: Operation<DeleteHttpStageInput, void, { on: 'apiId' | 'stageName' }> = operation(() => ({
  name: 'deleteHttpStage',
  service: apiGateway,
  command: DeleteStageCommand,
  permissions: [{ action: 'apigateway:DELETE', resources: ['Stage'] }],
  input: input<DeleteHttpStageInput>({ apiId: apiId(), stageName: stageName() }),
  output: noOutput(),
  deletes: true,
  errors: httpStageErrors,
}));
