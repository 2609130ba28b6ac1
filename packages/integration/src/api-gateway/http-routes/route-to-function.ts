import { AlreadyExistsError, NotFoundError } from '@arch/core';
import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  type Operation,
  task,
  type TaskSteps,
  z,
} from '@arch/core/builder';
import { apiId, routeKey } from '@arch/services/api-gateway';
import { functionArn } from '@arch/services/lambda';
import { CreateRouteCommand } from '@aws-sdk/client-apigatewayv2';

import { addFunctionPermission, removeFunctionPermission } from '../../lambda/function-permissions/index.js';
import { createHttpIntegration, deleteHttpIntegration } from '../http-integrations/index.js';
import { createHttpRoute } from './create-http-route.js';
import type { HttpRoute } from './http-route.js';
import { type HttpRouteSettings, httpRouteSettingsChecks, httpRouteSettingsFields } from './http-route-settings.js';
import { type RoutePermission, routePermission, routeSourceArn } from './route-permission.js';

export interface RouteToFunctionInput extends HttpRouteSettings, AwsInput {
  /** ID of the API. */
  readonly apiId: string;
  /** Method and path, e.g. `GET /items/{id}` or `ANY /items/{proxy+}`, or `$default` for requests that no other route matches. */
  readonly routeKey: string;
  /** ARN of a function, version or alias in the account and region of the API. */
  readonly functionArn: string;
  /**
   * Time for which API Gateway waits for the response, in milliseconds, 50–30,000. It then returns the status 504. Default that AWS applies:
   * 30,000.
   */
  readonly timeoutMs?: number | undefined;
}

/**
 * Creates a route of an HTTP API to a function. Creates the integration, adds a statement to the function's policy, which allows the API to
 * invoke the function for this route only, and creates the route. Without `authorizationType`, everyone on the internet can call the route.
 * The function receives events with the payload format 2.0, which `parseHttpApiEvent` reads. A stage with `autoDeploy` serves the route
 * within seconds. If a step fails, the previous steps are undone. A function's policy can contain about 50 such statements: for many paths,
 * use one route such as `ANY /{proxy+}`.
 *
 * @example
 * await routeToFunction({ apiId, routeKey: 'GET /items/{id}', functionArn, authorizationType: 'AWS_IAM' });
 * @throws {AlreadyExistsError} the API already has a route with this key.
 * @throws {NotFoundError} there is no such API or function in this region.
 * @throws {QuotaExceededError} the function's policy has reached its maximum size.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const routeToFunction: Operation<
  RouteToFunctionInput,
  HttpRoute,
  { on: 'apiId' | 'functionName' | 'integrationId' }
> = task(() => ({
  name: 'routeToFunction',
  input: input<RouteToFunctionInput>({
    apiId: apiId(),
    routeKey: routeKey(),
    functionArn: functionArn(),
    timeoutMs: z.optional(z.int().check(z.gte(50), z.lte(30_000))),
    ...httpRouteSettingsFields(),
  }).check(...httpRouteSettingsChecks<RouteToFunctionInput>()),
  uses: [
    createHttpIntegration,
    addFunctionPermission,
    createHttpRoute,
    deleteHttpIntegration,
    removeFunctionPermission,
  ],
  run: async ({ apiId, functionArn, timeoutMs, aws = {}, ...route }, options, { undo, making }) => {
    checkAwsMembers('routeToFunction', CreateRouteCommand, aws);
    const { integrationId } = await making(
      `an integration of ${apiId} with ${functionArn} may exist: listHttpIntegrations shows it`,
      createHttpIntegration({ apiId, functionArn, timeoutMs }, options),
    );
    const permission = routePermission(apiId, { integrationId, functionArn });
    undoIntegration({ apiId, integrationId, permission }, undo);
    if (permission) await permit(permission, routeSourceArn(apiId, route.routeKey, functionArn), options);
    const created = createHttpRoute({ apiId, integrationId, ...route, aws }, options);
    return making(`the route ${route.routeKey} of ${apiId} may exist: listHttpRoutes shows it`, created);
  },
}));

/** Adds the permission before the route exists, so that no request fails because of it. */
const permit = async (permission: RoutePermission, sourceArn: string, options: CallOptions): Promise<void> => {
  const principal = 'apigateway.amazonaws.com';
  await addFunctionPermission({ ...permission, principal, sourceArn }, options).catch((error: unknown) => {
    // The integration is new, so an existing statement was added by an earlier attempt whose response was lost.
    if (!(error instanceof AlreadyExistsError) || (error.attempts ?? 1) === 1) throw error;
  });
};

interface IncompleteRoute {
  readonly apiId: string;
  readonly integrationId: string;
  readonly permission: RoutePermission | undefined;
}

/** Deletes the integration first. AWS keeps it if a route uses it after all, and the permission must then also remain. */
const undoIntegration = ({ apiId, integrationId, permission }: IncompleteRoute, undo: TaskSteps['undo']): void => {
  let isUsed = true;
  if (permission) {
    const left = `the statement ${permission.statementId} is left in the policy of ${permission.functionName}`;
    undo(`${left}: remove it with removeFunctionPermission`, async (own) => {
      if (!isUsed) await removeFunctionPermission(permission, own);
    });
  }
  const also = permission ? `, and so is the statement ${permission.statementId} in the function's policy` : '';
  undo(`the integration ${integrationId} is left: delete it with deleteHttpIntegration${also}`, async (own) => {
    await deleteHttpIntegration({ apiId, integrationId }, own).catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
    });
    isUsed = false;
  });
};
