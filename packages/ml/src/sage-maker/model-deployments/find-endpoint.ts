import { ConflictError, NotFoundError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { describeEndpoint, type Endpoint } from '../endpoints/index.js';

/** The endpoint of that name, or `undefined` where there is none. */
export const findEndpoint = (endpointName: string, options: CallOptions): Promise<Endpoint | undefined> =>
  describeEndpoint(endpointName, options).catch((error: unknown) => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });

/** Whether an endpoint runs a configuration, or is being given it. */
export const hasConfig = (endpoint: Endpoint | undefined, endpointConfigName: string): boolean =>
  [endpoint?.endpointConfigName, endpoint?.pendingDeployment?.endpointConfigName].includes(endpointConfigName);

const updatable = new Set(['InService', 'OutOfService']);

/** Refuses an endpoint that SageMaker would not update, before anything is made for it. */
export const checkUpdatable = ({ endpointName, endpointStatus, failureReason }: Endpoint): void => {
  if (updatable.has(endpointStatus)) return;
  const remedy =
    endpointStatus === 'Failed' || endpointStatus === 'UpdateRollbackFailed'
      ? 'Delete it with deleteEndpoint, and deploy again.'
      : 'Wait until it is done, with waitForEndpoint.';
  throw new ConflictError(
    `deployModel: the endpoint ${endpointName} is ${endpointStatus}${failureReason === undefined ? '' : ` (${failureReason})`} and cannot be updated. ${remedy}`,
    { operation: 'deployModel', resource: 'endpoint', id: endpointName },
  );
};
