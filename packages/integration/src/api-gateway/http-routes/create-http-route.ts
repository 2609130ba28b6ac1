import { alreadyExists, type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId, routeKey } from '@arch/services/api-gateway';
import { CreateRouteCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { httpRoute, type HttpRoute } from './http-route.js';
import { type HttpRouteSettings, httpRouteSettingsChecks, httpRouteSettingsFields } from './http-route-settings.js';

export interface CreateHttpRouteInput extends HttpRouteSettings, AwsInput {
  readonly apiId: string;
  /** Method and path, e.g. `GET /items/{id}` or `ANY /items/{proxy+}`; `$default` takes what no other route does. */
  readonly routeKey: string;
  /** What it leads to: `createHttpIntegration` makes it. */
  readonly integrationId: string;
}

/**
 * Creates a route to an integration that is there already; `routeToFunction` makes both. Without `authorizationType` everybody on the
 * internet may call it. A stage that deploys by itself serves it within seconds. Its key makes it one: a repeated call finds it taken.
 *
 * @example
 * await createHttpRoute({ apiId, routeKey: 'GET /orders', integrationId, authorizationType: 'AWS_IAM' });
 * @throws {AlreadyExistsError} the API has a route of that key.
 * @throws {NotFoundError} there is no such API in this region.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html
 */
export const createHttpRoute: Operation<CreateHttpRouteInput, HttpRoute, { on: 'apiId' }> = operation(() => ({
  name: 'createHttpRoute',
  service: apiGateway,
  command: CreateRouteCommand,
  repeatable: 'refused',
  permissions: [{ action: 'apigateway:POST', resources: ['Routes'] }],
  input: input<CreateHttpRouteInput>({
    apiId: apiId(),
    routeKey: routeKey(),
    integrationId: apiGatewayId('an integration'),
    ...httpRouteSettingsFields(),
  }).check(...httpRouteSettingsChecks<CreateHttpRouteInput>()),
  output: httpRoute(),
  request: ({ apiId, routeKey, integrationId }) => ({
    ApiId: apiId,
    RouteKey: routeKey,
    Target: `integrations/${integrationId}`,
  }),
  creates: ({ routeId }) => [routeId],
  errors: { ...httpApiErrors, ConflictException: alreadyExists({ resource: 'route', member: 'routeKey' }) },
}));
