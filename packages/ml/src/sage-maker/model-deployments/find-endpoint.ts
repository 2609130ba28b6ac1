import { ConflictError, NotFoundError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { describeEndpoint, type Endpoint } from '../endpoints/index.js';

/** Returns the endpoint with this name, or `undefined` if there is none. */
export const findEndpoint = (endpointName: string, options: CallOptions): Promise<Endpoint | undefined> =>
  describeEndpoint(endpointName, options).catch((error: unknown) => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });

/** Whether an endpoint runs a configuration, or is being updated to it. */
export const hasConfig = (endpoint: Endpoint | undefined, endpointConfigName: string): boolean =>
  [endpoint?.endpointConfigName, endpoint?.pendingDeployment?.endpointConfigName].includes(endpointConfigName);

const updatable = new Set(['InService', 'OutOfService']);

/** Throws `ConflictError` if SageMaker does not update the endpoint in its status, before anything is created. */
export const checkUpdatable = ({ endpointName, endpointStatus, failureReason }: Endpoint): void => {
  if (updatable.has(endpointStatus)) return;
  const remedy =
    endpointStatus === 'Failed' || endpointStatus === 'UpdateRollbackFailed'
      ? 'Delete it with deleteEndpoint, and deploy again.'
      : 'Wait for it with waitForEndpoint.';
  throw new ConflictError(
    `deployModel: the endpoint ${endpointName} is ${endpointStatus}${failureReason === undefined ? '' : ` (${failureReason})`} and cannot be updated. ${remedy}`,
    { operation: 'deployModel', resource: 'endpoint', id: endpointName },
  );
};
