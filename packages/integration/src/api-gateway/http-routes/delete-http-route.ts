import { ConflictError, NotFoundError } from '@arch/core';
import {
  addNote,
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  type Operation,
  task,
  z,
} from '@arch/core/builder';
import { apiGatewayId, apiId } from '@arch/services/api-gateway';
import { DeleteRouteCommand } from '@aws-sdk/client-apigatewayv2';

import { removeFunctionPermission } from '../../lambda/function-permissions/index.js';
import { deleteHttpIntegration, describeHttpIntegration } from '../http-integrations/index.js';
import { describeHttpRoute } from './describe-http-route.js';
import { listHttpRoutes } from './list-http-routes.js';
import { requestRouteDeletion } from './request-route-deletion.js';
import { routePermission } from './route-permission.js';

export interface DeleteHttpRouteInput extends AwsInput {
  readonly apiId: string;
  readonly routeId: string;
  /** Leaves what the route leads to. Default `false`. */
  readonly keepIntegration?: boolean | undefined;
}

/**
 * Deletes a route, and with the last route to it the integration too, together with the statement by which `routeToFunction` had a function
 * allow it.
 *
 * @example
 * await deleteHttpRoute({ apiId, routeId });
 * @throws {NotFoundError} there is no such API in this region, or it has no such route.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html
 */
export const deleteHttpRoute: Operation<
  DeleteHttpRouteInput,
  void,
  { on: 'apiId' | 'functionName' | 'integrationId' | 'routeId' }
> = task(() => ({
  name: 'deleteHttpRoute',
  input: input<DeleteHttpRouteInput>({
    apiId: apiId(),
    routeId: apiGatewayId('a route'),
    keepIntegration: z.optional(z.boolean()),
  }),
  uses: [
    describeHttpRoute,
    requestRouteDeletion,
    listHttpRoutes,
    describeHttpIntegration,
    deleteHttpIntegration,
    removeFunctionPermission,
  ],
  run: async ({ apiId, routeId, keepIntegration = false, aws = {} }, options) => {
    checkAwsMembers('deleteHttpRoute', DeleteRouteCommand, aws);
    const { integrationId } = await describeHttpRoute({ apiId, routeId }, options);
    await requestRouteDeletion({ apiId, routeId, aws }, options);
    if (keepIntegration || integrationId === undefined) return;
    await deleteUnused({ apiId, routeId, integrationId }, options).catch((error: unknown) => {
      throw addNote(error, `The route ${routeId} is deleted; not all behind its integration ${integrationId} is.`);
    });
  },
}));

interface DeletedRoute {
  readonly apiId: string;
  readonly routeId: string;
  readonly integrationId: string;
}

/** Deletes the integration of a route that is gone, unless another route leads to it. */
const deleteUnused = async ({ apiId, routeId, integrationId }: DeletedRoute, options: CallOptions): Promise<void> => {
  for await (const route of listHttpRoutes({ apiId }, options))
    if (route.integrationId === integrationId && route.routeId !== routeId) return;
  try {
    const integration = await describeHttpIntegration({ apiId, integrationId }, options);
    await deleteHttpIntegration({ apiId, integrationId }, options);
    const permission = routePermission(apiId, integration);
    if (permission) await removeFunctionPermission(permission, options);
  } catch (error) {
    // Somebody was quicker: with a new route to it, or with deleting it. And not every function was allowed by us, or is still there.
    if (!(error instanceof ConflictError || error instanceof NotFoundError)) throw error;
  }
};
