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
  readonly apiId: string;
  /** Method and path, e.g. `GET /items/{id}` or `ANY /items/{proxy+}`; `$default` takes what no other route does. */
  readonly routeKey: string;
  /** The function, or a version or alias of it; one of the API's account and region. */
  readonly functionArn: string;
  /** For how long API Gateway waits for the answer, 50–30,000; then it answers 504 itself. Default 30,000. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Has requests to an HTTP API call a function: makes the integration, adds a statement to the function's policy that lets this API call it
 * for this route and nothing else, and makes the route. Without `authorizationType` everybody on the internet may call it. The function
 * receives payload 2.0, which `parseHttpApiEvent` reads. A stage that deploys by itself serves it within seconds. When it fails, what was made
 * is taken away again. A function's policy has room for about 50 routes: many paths of one function are better one route, `ANY /{proxy+}`.
 *
 * @example
 * await routeToFunction({ apiId, routeKey: 'GET /items/{id}', functionArn, authorizationType: 'AWS_IAM' });
 * @throws {AlreadyExistsError} the API has a route of that key.
 * @throws {NotFoundError} there is no such API or function in this region.
 * @throws {QuotaExceededError} the function's policy has no room for another statement.
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

/** The function allows it before there is a route: no request is ever refused by it. */
const permit = async (permission: RoutePermission, sourceArn: string, options: CallOptions): Promise<void> => {
  const principal = 'apigateway.amazonaws.com';
  await addFunctionPermission({ ...permission, principal, sourceArn }, options).catch((error: unknown) => {
    // The integration is new, and so is its statement: an attempt whose answer was lost has added it.
    if (!(error instanceof AlreadyExistsError) || (error.attempts ?? 1) === 1) throw error;
  });
};

interface HalfMadeRoute {
  readonly apiId: string;
  readonly integrationId: string;
  readonly permission: RoutePermission | undefined;
}

/** The integration goes first: where a route leads to it after all, AWS keeps it, and the route has to go on working. */
const undoIntegration = ({ apiId, integrationId, permission }: HalfMadeRoute, undo: TaskSteps['undo']): void => {
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
