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
import { qualifiedFunctionName, qualifier } from '@arch/services/lambda';

import { describeFunction } from './describe-function.js';
import type { FunctionDetails } from './function-details.js';

/** What can be waited for: that a function can be called, that its last change is in effect, or that it is no longer there. */
export const functionGoals = ['active', 'updated', 'gone'] as const;
export type FunctionGoal = (typeof functionGoals)[number];

export interface WaitForFunctionInput {
  /** Name or ARN. */
  readonly functionName: string;
  readonly state: FunctionGoal;
  /** A version or an alias. Default: `$LATEST`. */
  readonly qualifier?: string | undefined;
}

/** A function that waits, and gives a function where there is one in the end. */
export interface WaitForFunction extends DeclaredFunction {
  (
    input: WaitForFunctionInput & { readonly state: 'active' | 'updated' },
    options?: CallOptions & WaitOptions,
  ): Promise<FunctionDetails>;
  (input: WaitForFunctionInput, options?: CallOptions & WaitOptions): Promise<FunctionDetails | undefined>;
}

/**
 * Waits until a function can be called, until its last change is in effect, or until it is gone.
 *
 * @example
 * await waitForFunction({ functionName: 'hello', state: 'updated' });
 * @throws {WaitError} it failed, or has been idle for so long that only a call wakes it; the reason is Lambda's.
 * @throws {DeadlineError} it was not there within 10 minutes, or `timeoutMs`.
 * @throws {NotFoundError} there is no such function in this region.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
 */
export const waitForFunction: WaitForFunction = waiter(() => ({
  name: 'waitForFunction',
  key: 'functionName',
  input: input<WaitForFunctionInput>({
    functionName: qualifiedFunctionName(),
    state: z.enum(functionGoals),
    qualifier: z.optional(qualifier()),
  }),
  uses: [describeFunction],
  look: async ({ state: goal, ...named }, options): Promise<Observation<FunctionDetails>> => {
    try {
      const value = await describeFunction(named, options);
      return { ...seen(value), verdict: verdicts[goal](value), value };
    } catch (error) {
      if (goal !== 'gone' || !(error instanceof NotFoundError)) throw error;
      return { verdict: 'reached', state: 'gone', value: undefined as never };
    }
  },
})) as WaitForFunction;

type Verdict = Observation<unknown>['verdict'];

/** By itself none of these becomes active. */
const asleep = new Set(['Failed', 'Inactive', 'Deactivating', 'Deactivated', 'Deleting']);

const verdicts: Readonly<Record<FunctionGoal, (value: FunctionDetails) => Verdict>> = {
  active: ({ state = 'Active', lastUpdateStatus }) => {
    if (asleep.has(state)) return 'failed';
    return state === 'Pending' || lastUpdateStatus === 'InProgress' ? 'pending' : 'reached';
  },
  updated: ({ state, lastUpdateStatus }) => {
    if (state === 'Failed' || lastUpdateStatus === 'Failed') return 'failed';
    return state === 'Pending' || lastUpdateStatus === 'InProgress' ? 'pending' : 'reached';
  },
  gone: () => 'pending',
};

const seen = (value: FunctionDetails): { readonly state: string; readonly reason?: string | undefined } => {
  const { state = 'Active', lastUpdateStatus = 'Successful' } = value;
  const said = value.stateReason ?? value.lastUpdateStatusReason;
  const code = value.stateReasonCode ?? value.lastUpdateStatusReasonCode;
  return {
    state: lastUpdateStatus === 'Successful' ? state : `${state}, its last update ${lastUpdateStatus}`,
    reason: said && code ? `${said} (${code})` : (said ?? code),
  };
};
