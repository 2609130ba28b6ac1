import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';

import { sageMakerName } from '../sage-maker-fields.js';
import { describeEndpoint } from './describe-endpoint.js';
import type { Endpoint } from './endpoint.js';

/** The goals of a wait: the endpoint accepts requests, or it is deleted. */
export const endpointGoals = ['in-service', 'deleted'] as const;
export type EndpointGoal = (typeof endpointGoals)[number];

export interface WaitForEndpointInput {
  readonly endpointName: string;
  readonly state: EndpointGoal;
  /** The configuration that is to be in service: one that SageMaker has rolled back to is then a failure. Default: any. */
  readonly endpointConfigName?: string | undefined;
}

/**
 * Waits until an endpoint is in service, or until it is deleted; `deleted` resolves with nothing. Progress tells how far its variants are, e.g. `AllTraffic: Baking`.
 *
 * @example
 * const { productionVariants } = await waitForEndpoint({ endpointName: 'churn', state: 'in-service' });
 * @throws {WaitError} it has failed, or its update was rolled back; the reason is SageMaker's.
 * @throws {DeadlineError} it was not there within an hour, or `timeoutMs`.
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
    const verdict = goal === 'deleted' ? whetherDeleted(value) : whetherInService(value, endpointConfigName);
    return { verdict, state: value.endpointStatus, reason: reasonOf(value, endpointConfigName), value };
  },
}));

type Verdict = Observation<unknown>['verdict'];

const hopeless = new Set(['Failed', 'Deleting', 'UpdateRollbackFailed']);

const whetherInService = (endpoint: Endpoint, endpointConfigName?: string): Verdict => {
  const { endpointStatus, pendingDeployment } = endpoint;
  if (hopeless.has(endpointStatus)) return 'failed';
  if (endpointStatus !== 'InService') return 'pending';
  if (endpointConfigName === undefined || endpoint.endpointConfigName === endpointConfigName) return 'reached';
  return pendingDeployment?.endpointConfigName === endpointConfigName ? 'pending' : 'failed';
};

const whetherDeleted = ({ endpointStatus }: Endpoint): Verdict => (endpointStatus === 'Failed' ? 'failed' : 'pending');

const reasonOf = (endpoint: Endpoint, endpointConfigName?: string): string | undefined => {
  const { failureReason, pendingDeployment, endpointStatus } = endpoint;
  const variants = pendingDeployment?.productionVariants ?? [];
  const stages = variants.flatMap(({ variantName, status }) => (status ? [`${variantName}: ${status}`] : []));
  if (failureReason !== undefined) return failureReason;
  if (stages.length > 0) return stages.join(', ');
  const isOther = endpointConfigName !== undefined && endpoint.endpointConfigName !== endpointConfigName;
  return endpointStatus === 'InService' && isOther
    ? `It runs the configuration ${endpoint.endpointConfigName}`
    : undefined;
};
