import { NotFoundError } from '@arch/core';
import {
  type CallOptions,
  type DeclaredFunction,
  input,
  type Observation,
  waiter,
  type WaitOptions,
  z,
} from '@arch/core/builder';

import { sageMakerName } from '../sage-maker-fields.js';
import { describeEndpoint } from './describe-endpoint.js';
import type { Endpoint } from './endpoint.js';

/** What can be waited for: that an endpoint answers, or that it is gone. */
export const endpointGoals = ['in-service', 'deleted'] as const;
export type EndpointGoal = (typeof endpointGoals)[number];

export interface WaitForEndpointInput {
  readonly endpointName: string;
  readonly state: EndpointGoal;
  /** The configuration that is to be in service: one that SageMaker has rolled back to is then a failure. Default: any. */
  readonly endpointConfigName?: string | undefined;
}

/** A function that waits, and gives an endpoint where there is one in the end. */
export interface WaitForEndpoint extends DeclaredFunction {
  (
    input: WaitForEndpointInput & { readonly state: 'in-service' },
    options?: CallOptions & WaitOptions,
  ): Promise<Endpoint>;
  (input: WaitForEndpointInput, options?: CallOptions & WaitOptions): Promise<Endpoint | undefined>;
}

/**
 * Waits until an endpoint answers, or until it is gone. Progress tells how far its variants are, e.g. `AllTraffic: Baking`.
 *
 * @example
 * const { productionVariants } = await waitForEndpoint({ endpointName: 'churn', state: 'in-service' });
 * @throws {WaitError} it has failed, or its update was rolled back; the reason is SageMaker's.
 * @throws {DeadlineError} it was not there within an hour, or `timeoutMs`.
 * @throws {NotFoundError} there is no such endpoint in this region.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html
 */
export const waitForEndpoint: WaitForEndpoint = waiter(() => ({
  name: 'waitForEndpoint',
  key: 'endpointName',
  input: input<WaitForEndpointInput>({
    endpointName: sageMakerName(),
    state: z.enum(endpointGoals),
    endpointConfigName: z.optional(sageMakerName()),
  }),
  uses: [describeEndpoint],
  timeoutMs: 3_600_000,
  pollMs: 5_000,
  look: async ({ endpointName, state: goal, endpointConfigName }, options): Promise<Observation<Endpoint>> => {
    try {
      const value = await describeEndpoint(endpointName, options);
      const verdict = goal === 'deleted' ? whetherDeleted(value) : whetherInService(value, endpointConfigName);
      return { verdict, state: value.endpointStatus, reason: reasonOf(value, endpointConfigName), value };
    } catch (error) {
      if (goal !== 'deleted' || !(error instanceof NotFoundError)) throw error;
      return { verdict: 'reached', state: 'deleted', value: undefined as never };
    }
  },
})) as WaitForEndpoint;

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
