import { alreadyExists, type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId, routeKey } from '@arch/services/api-gateway';
import { CreateRouteCommand } from '@aws-sdk/client-apigatewayv2';

import { httpApiErrors } from '../http-api-errors.js';
import { httpRoute, type HttpRoute } from './http-route.js';
import { type HttpRouteSettings, httpRouteSettingsChecks, httpRouteSettingsFields } from './http-route-settings.js';

export interface CreateHttpRouteInput extends HttpRouteSettings, AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** Method and path, e.g. `GET /items/{id}` or `ANY /items/{proxy+}`, or `$default` for requests that no other route matches. */
  readonly routeKey: string;
  /** ID of the integration. `createHttpIntegration` creates one. */
  readonly integrationId: string;
}

/**
 * Creates a route to an existing integration; `routeToFunction` creates both. Without `authorizationType`, everyone on the internet can call
 * the route. A stage with `autoDeploy` serves it within seconds. Not idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * await createHttpRoute({ apiId, routeKey: 'GET /orders', integrationId, authorizationType: 'AWS_IAM' });
 * @throws {AlreadyExistsError} the API already has a route with this key.
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
