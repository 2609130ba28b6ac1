import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiId } from '@arch/services/api-gateway';
import { DeleteCorsConfigurationCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';

export interface DeleteCorsConfigurationInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
}

/**
 * Deletes the CORS configuration of an HTTP API. API Gateway then sends preflight requests to the routes, and adds no CORS headers.
 *
 * @example
 * await deleteCorsConfiguration('a1b2c3d4e5');
 * @throws {NotFoundError} there is no such API in this region.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-cors.html
 */
export const deleteCorsConfiguration: Operation<string | DeleteCorsConfigurationInput, void, { on: 'apiId' }> =
  operation(() => ({
    name: 'deleteCorsConfiguration',
    service: apiGateway,
    command: DeleteCorsConfigurationCommand,
    permissions: [{ action: 'apigateway:DELETE', resources: ['Cors'] }],
    key: 'apiId',
    input: input<DeleteCorsConfigurationInput>({ apiId: apiId() }),
    output: noOutput(),
    deletes: false,
    errors: httpApiErrors,
  }));
