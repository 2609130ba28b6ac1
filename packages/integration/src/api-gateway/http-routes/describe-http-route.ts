import { type AwsInput, input, notFound, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId } from '@arch/services/api-gateway';
import { GetRouteCommand } from '@aws-sdk/client-apigatewayv2';

import { httpRoute, type HttpRoute } from './http-route.js';

export interface DescribeHttpRouteInput extends AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** ID of the route. */
  readonly routeId: string;
}

/**
 * Describes one route of an HTTP API.
 *
 * @example
 * const { routeKey, authorizationType } = await describeHttpRoute({ apiId, routeId });
 * @throws {NotFoundError} there is no such API in this region, or no such route in the API.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html
 */
export const describeHttpRoute: Operation<DescribeHttpRouteInput, HttpRoute, { on: 'apiId' | 'routeId' }> = operation(
  () => ({
    name: 'describeHttpRoute',
    service: apiGateway,
    command: GetRouteCommand,
    permissions: [{ action: 'apigateway:GET', resources: ['Route'] }],
    input: input<DescribeHttpRouteInput>({ apiId: apiId(), routeId: apiGatewayId('a route') }),
    output: httpRoute(),
    errors: { NotFoundException: notFound({ resource: 'route', member: 'routeId' }) },
  }),
);
