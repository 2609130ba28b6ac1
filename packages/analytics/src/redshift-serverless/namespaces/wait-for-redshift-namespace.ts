import { NotFoundError } from '@arch/core';
import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { serverlessName } from '@arch/services/redshift-serverless';

import { describeRedshiftNamespace } from './describe-redshift-namespace.js';
import type { RedshiftNamespace } from './redshift-namespace.js';

/** What can be waited for. */
export const redshiftNamespaceGoals = ['available', 'deleted'] as const;
export type RedshiftNamespaceGoal = (typeof redshiftNamespaceGoals)[number];

export interface WaitForRedshiftNamespaceInput {
  /** e.g. `reports`. */
  readonly namespaceName: string;
  readonly state: RedshiftNamespaceGoal;
}

/**
 * Waits until a namespace of Redshift Serverless is in a state; `deleted` is reached when AWS does not know it any more, and then there is
 * nothing to resolve with.
 *
 * @example
 * await waitForRedshiftNamespace({ namespaceName: 'reports', state: 'available' });
 * @throws {WaitError} it is being deleted.
 * @throws {DeadlineError} it was not there within 30 minutes, or `timeoutMs`.
 * @throws {NotFoundError} there is no such namespace in this region.
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html
 */
export const waitForRedshiftNamespace: Waiter<WaitForRedshiftNamespaceInput, RedshiftNamespace | undefined> = waiter(
  () => ({
    name: 'waitForRedshiftNamespace',
    key: 'namespaceName',
    input: input<WaitForRedshiftNamespaceInput>({
      namespaceName: serverlessName(),
      state: z.enum(redshiftNamespaceGoals),
    }),
    uses: [describeRedshiftNamespace],
    timeoutMs: 1_800_000,
    pollMs: 5_000,
    look: async ({ namespaceName, state: goal }, options): Promise<Observation<RedshiftNamespace | undefined>> => {
      try {
        const value = await describeRedshiftNamespace(namespaceName, options);
        const { status: state } = value;
        if (goal === 'deleted') return { verdict: 'pending', state, value };
        if (state === 'AVAILABLE') return { verdict: 'reached', state, value };
        return { verdict: state === 'DELETING' ? 'failed' : 'pending', state, value };
      } catch (error) {
        if (goal === 'deleted' && error instanceof NotFoundError)
          return { verdict: 'reached', state: 'deleted', value: undefined };
        throw error;
      }
    },
  }),
);
