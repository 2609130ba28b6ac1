import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';

import { sageMakerName } from '../sage-maker-fields.js';
import { describeEndpoint } from './describe-endpoint.js';
import type { Endpoint } from './endpoint.js';

/** The goals of a wait: the endpoint accepts requests, or it is deleted. */
export const endpointGoals = ['in-service', 'deleted'] as const;
export type EndpointGoal = (typeof endpointGoals)[number];

export interface WaitForEndpointInput {
  /** Name of the endpoint. */
  readonly endpointName: string;
  /** Goal of the wait. */
  readonly state: EndpointGoal;
  /**
   * Name of the configuration that must be in service. The wait fails if SageMaker rolls back to another configuration. Default: any
   * configuration.
   */
  readonly endpointConfigName?: string | undefined;
}

/**
 * Waits until an endpoint is in service or deleted. `deleted` resolves with `undefined`. `onProgress` reports the status of its variants,
 * e.g. `AllTraffic: Baking`.
 *
 * @example
 * const { productionVariants } = await waitForEndpoint({ endpointName: 'churn', state: 'in-service' });
 * @throws {WaitError} the endpoint failed, or its update was rolled back; the error contains SageMaker's reason.
 * @throws {DeadlineError} the endpoint did not reach the goal within an hour, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such endpoint in this region.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html
 */
export const waitForEndpoint: GoalWaiter<
  WaitForEndpointInput,
  { 'in-service': Endpoint; deleted: void },
  { on: 'endpointName' }
> = goalWaiter(() => ({
  name: 'waitForEndpoint',
  key: 'endpointName',
  input: input<WaitForEndpointInput>({
    endpointName: sageMakerName(),
    state: z.enum(endpointGoals),
    endpointConfigName: z.optional(sageMakerName()),
  }),
  absent: 'deleted',
  uses: [describeEndpoint],
  timeoutMs: 3_600_000,
  pollMs: 5_000,
  look: async ({ endpointName, state: goal, endpointConfigName }, options): Promise<Observation<Endpoint>> => {
    const value = await describeEndpoint(endpointName, options);
    const verdict = goal === 'deleted' ? deletedVerdict(value) : inServiceVerdict(value, endpointConfigName);
    return { verdict, state: value.endpointStatus, reason: reasonOf(value, endpointConfigName), value };
  },
}));

type Verdict = Observation<unknown>['verdict'];

const failedStatuses = new Set(['Failed', 'Deleting', 'UpdateRollbackFailed']);

const inServiceVerdict = (endpoint: Endpoint, endpointConfigName?: string): Verdict => {
  const { endpointStatus, pendingDeployment } = endpoint;
  if (failedStatuses.has(endpointStatus)) return 'failed';
  if (endpointStatus !== 'InService') return 'pending';
  if (endpointConfigName === undefined || endpoint.endpointConfigName === endpointConfigName) return 'reached';
  return pendingDeployment?.endpointConfigName === endpointConfigName ? 'pending' : 'failed';
};

const deletedVerdict = ({ endpointStatus }: Endpoint): Verdict => (endpointStatus === 'Failed' ? 'failed' : 'pending');

const reasonOf = (endpoint: Endpoint, endpointConfigName?: string): string | undefined => {
  const { failureReason, pendingDeployment, endpointStatus } = endpoint;
  const variants = pendingDeployment?.productionVariants ?? [];
  const stages = variants.flatMap(({ variantName, status }) => (status ? [`${variantName}: ${status}`] : []));
  if (failureReason !== undefined) return failureReason;
  if (stages.length > 0) return stages.join(', ');
  const isOther = endpointConfigName !== undefined && endpoint.endpointConfigName !== endpointConfigName;
  return endpointStatus === 'InService' && isOther
    ? `The endpoint runs the configuration ${endpoint.endpointConfigName}`
    : undefined;
};
