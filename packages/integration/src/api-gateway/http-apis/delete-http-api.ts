import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { DeleteApiCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';

export interface DeleteHttpApiInput extends AwsInput {
  /** e.g. `a1b2c3d4e5`. */
  readonly apiId: string;
}

/**
 * Deletes an HTTP API with its routes, integrations and stages, for good. The permissions that functions gave it stay in their policies,
 * where they allow nothing any more; `deleteHttpRoute` takes each of them away before.
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
