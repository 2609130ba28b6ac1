import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiId, stageName } from '@arch/services/api-gateway';
import { DeleteStageCommand } from '@aws-sdk/client-apigatewayv2';

import { httpStageErrors } from './http-stage-errors.js';

export interface DeleteHttpStageInput extends AwsInput {
  readonly apiId: string;
  /** e.g. `$default`. */
  readonly stageName: string;
}

/**
 * Deletes a stage: its URL answers 404 from then on. The API and its routes stay.
 *
 * @example
 * await deleteHttpStage({ apiId, stageName: 'v1' });
 * @throws {NotFoundError} there is no such API in this region, or it has no such stage.
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
