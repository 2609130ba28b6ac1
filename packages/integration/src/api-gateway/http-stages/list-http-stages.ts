import { type AwsInput, input, listOperation, type ListOperation } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { GetStagesCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { httpStage, type HttpStage } from './http-stage.js';

export interface ListHttpStagesInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
}

/**
 * Lists the stages of an HTTP API.
 *
 * @example
 * for await (const { stageName, autoDeploy } of listHttpStages({ apiId })) console.log(stageName, autoDeploy);
 * @throws {NotFoundError} there is no such API in this region.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html
 */
export const listHttpStages: ListOperation<ListHttpStagesInput, HttpStage, { on: 'apiId' }> = listOperation(() => ({
  name: 'listHttpStages',
  service: apiGateway,
  command: GetStagesCommand,
  permissions: [{ action: 'apigateway:GET', resources: ['Stages'] }],
  input: input<ListHttpStagesInput>({ apiId: apiId() }),
  item: httpStage(),
  items: ({ Items }) => Items,
  pages: { token: 'NextToken' },
  errors: httpApiErrors,
}));
