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
  /** ID of the API. */
  readonly apiId: string;
  /** ID of the route. */
  readonly routeId: string;
  /** Whether the integration is kept, also if no other route uses it. Default: `false`. */
  readonly keepIntegration?: boolean | undefined;
}

/**
 * Deletes a route. If no other route uses its integration, also deletes the integration, and the statement that `routeToFunction` added to the
 * policy of the function.
 *
 * @example
 * await deleteHttpRoute({ apiId, routeId });
 * @throws {NotFoundError} there is no such API in this region, or no such route in the API.
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
    await deleteUnusedIntegration({ apiId, routeId, integrationId }, options).catch((error: unknown) => {
      throw addNote(
        error,
        `The route ${routeId} was deleted, but its integration ${integrationId} or the permission of the function may still exist.`,
      );
    });
  },
}));

interface DeletedRoute {
  readonly apiId: string;
  readonly routeId: string;
  readonly integrationId: string;
}

/** Deletes the integration of a deleted route, unless another route uses it. */
const deleteUnusedIntegration = async (
  { apiId, routeId, integrationId }: DeletedRoute,
  options: CallOptions,
): Promise<void> => {
  for await (const route of listHttpRoutes({ apiId }, options))
    if (route.integrationId === integrationId && route.routeId !== routeId) return;
  try {
    const integration = await describeHttpIntegration({ apiId, integrationId }, options);
    await deleteHttpIntegration({ apiId, integrationId }, options);
    const permission = routePermission(apiId, integration);
    if (permission) await removeFunctionPermission(permission, options);
  } catch (error) {
    // A concurrent request has added a route or deleted the integration, or the function or its statement does not exist.
    if (!(error instanceof ConflictError || error instanceof NotFoundError)) throw error;
  }
};
