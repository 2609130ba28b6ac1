import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { qualifiedFunctionName, qualifier } from '@arch/services/lambda';

import { describeFunction } from './describe-function.js';
import type { FunctionDetails } from './function-details.js';

/** The goals of a wait: `active`, the function can be invoked; `updated`, its last update is in effect; `deleted`, it no longer exists. */
export const functionGoals = ['active', 'updated', 'deleted'] as const;
export type FunctionGoal = (typeof functionGoals)[number];

export interface WaitForFunctionInput {
  /** Name or ARN of the function. */
  readonly functionName: string;
  /** Goal of the wait. */
  readonly state: FunctionGoal;
  /** Version or alias. Default: `$LATEST`. */
  readonly qualifier?: string | undefined;
}

/**
 * Waits until a function can be invoked, until its last update is in effect, or until it is deleted. `deleted` resolves with `undefined`.
 *
 * @example
 * await waitForFunction({ functionName: 'hello', state: 'updated' });
 * @throws {WaitError} the function or its update failed, or the function is inactive; the error contains Lambda's reason.
 * @throws {DeadlineError} the function did not reach the goal within 10 minutes, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such function in this region.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
 */
export const waitForFunction: GoalWaiter<
  WaitForFunctionInput,
  { active: FunctionDetails; updated: FunctionDetails; deleted: void },
  { on: 'functionName'; with: 'tags' }
> = goalWaiter(() => ({
  name: 'waitForFunction',
  key: 'functionName',
  input: input<WaitForFunctionInput>({
    functionName: qualifiedFunctionName(),
    state: z.enum(functionGoals),
    qualifier: z.optional(qualifier()),
  }),
  absent: 'deleted',
  uses: [describeFunction],
  look: async ({ state: goal, ...reference }, options): Promise<Observation<FunctionDetails>> => {
    const value = await describeFunction(reference, options);
    return { ...stateAndReason(value), verdict: verdicts[goal](value), value };
  },
}));

type Verdict = Observation<unknown>['verdict'];

/** States from which a function does not become active without another call. */
const inactiveStates = new Set(['Failed', 'Inactive', 'Deactivating', 'Deactivated', 'Deleting']);

const verdicts: Readonly<Record<FunctionGoal, (value: FunctionDetails) => Verdict>> = {
  active: ({ state = 'Active', lastUpdateStatus }) => {
    if (inactiveStates.has(state)) return 'failed';
    return state === 'Pending' || lastUpdateStatus === 'InProgress' ? 'pending' : 'reached';
  },
  updated: ({ state, lastUpdateStatus }) => {
    if (state === 'Failed' || lastUpdateStatus === 'Failed') return 'failed';
    return state === 'Pending' || lastUpdateStatus === 'InProgress' ? 'pending' : 'reached';
  },
  deleted: () => 'pending',
};

const stateAndReason = (value: FunctionDetails): { readonly state: string; readonly reason?: string | undefined } => {
  const { state = 'Active', lastUpdateStatus = 'Successful' } = value;
  const message = value.stateReason ?? value.lastUpdateStatusReason;
  const code = value.stateReasonCode ?? value.lastUpdateStatusReasonCode;
  return {
    state: lastUpdateStatus === 'Successful' ? state : `${state} (last update: ${lastUpdateStatus})`,
    reason: message && code ? `${message} (${code})` : (message ?? code),
  };
};
