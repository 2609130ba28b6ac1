import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { DeleteApiCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';

export interface DeleteHttpApiInput extends AwsInput {
  /** ID of the API, e.g. `a1b2c3d4e5`. */
  readonly apiId: string;
}

/**
 * Deletes an HTTP API with its routes, integrations and stages permanently. The statements for the API in the policies of functions remain,
 * but have no effect. Call `deleteHttpRoute` for each route first to remove them.
 *
 * @example
 * await deleteHttpApi('a1b2c3d4e5');
 * @throws {NotFoundError} there is no such API in this region.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html
 */
export const deleteHttpApi: Operation<string | DeleteHttpApiInput, void, { on: 'apiId' }> = operation(() => ({
  name: 'deleteHttpApi',
  service: apiGateway,
  command: DeleteApiCommand,
  permissions: [{ action: 'apigateway:DELETE', resources: ['Api'] }],
  key: 'apiId',
  input: input<DeleteHttpApiInput>({ apiId: apiId() }),
  output: noOutput(),
  deletes: true,
  errors: httpApiErrors,
}));
