import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { serverlessName } from '@arch/services/redshift-serverless';

import { describeRedshiftNamespace } from './describe-redshift-namespace.js';
import type { RedshiftNamespace } from './redshift-namespace.js';

/** The goals of a wait: `available`, or `deleted` when the namespace no longer exists. */
export const redshiftNamespaceGoals = ['available', 'deleted'] as const;
export type RedshiftNamespaceGoal = (typeof redshiftNamespaceGoals)[number];

export interface WaitForRedshiftNamespaceInput {
  /** Name of the namespace, e.g. `reports`. */
  readonly namespaceName: string;
  /** Goal of the wait. */
  readonly state: RedshiftNamespaceGoal;
}

/**
 * Waits until a namespace of Redshift Serverless is available or deleted. `deleted` is reached when AWS does not know the namespace any
 * more; the wait then resolves with `undefined`.
 *
 * @example
 * await waitForRedshiftNamespace({ namespaceName: 'reports', state: 'available' });
 * @throws {WaitError} the namespace is being deleted and cannot become available.
 * @throws {DeadlineError} the namespace did not reach the goal within 30 minutes, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such namespace in this region.
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html
 */
export const waitForRedshiftNamespace: GoalWaiter<
  WaitForRedshiftNamespaceInput,
  { available: RedshiftNamespace; deleted: void },
  { on: 'namespaceArn' }
> = goalWaiter(() => ({
  name: 'waitForRedshiftNamespace',
  key: 'namespaceName',
  input: input<WaitForRedshiftNamespaceInput>({
    namespaceName: serverlessName(),
    state: z.enum(redshiftNamespaceGoals),
  }),
  absent: 'deleted',
  uses: [describeRedshiftNamespace],
  timeoutMs: 1_800_000,
  pollMs: 5_000,
  look: async ({ namespaceName, state: goal }, options): Promise<Observation<RedshiftNamespace>> => {
    const value = await describeRedshiftNamespace(namespaceName, options);
    const { status: state } = value;
    // After the deletion request, AWS can still return AVAILABLE for a short time.
    if (goal === 'deleted') return { verdict: 'pending', state, value };
    if (state === 'AVAILABLE') return { verdict: 'reached', state, value };
    return { verdict: state === 'DELETING' ? 'failed' : 'pending', state, value };
  },
}));
