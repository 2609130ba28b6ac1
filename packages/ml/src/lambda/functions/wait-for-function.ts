import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { qualifiedFunctionName, qualifier } from '@arch/services/lambda';

import { describeFunction } from './describe-function.js';
import type { FunctionDetails } from './function-details.js';

/** The goals of a wait: the function can be called, its last change is in effect, or it is deleted. */
export const functionGoals = ['active', 'updated', 'deleted'] as const;
export type FunctionGoal = (typeof functionGoals)[number];

export interface WaitForFunctionInput {
  /** Name or ARN. */
  readonly functionName: string;
  readonly state: FunctionGoal;
  /** A version or an alias. Default: `$LATEST`. */
  readonly qualifier?: string | undefined;
}

/**
 * Waits until a function can be called, until its last change is in effect, or until it is deleted; `deleted` resolves with nothing.
 *
 * @example
 * await waitForFunction({ functionName: 'hello', state: 'updated' });
 * @throws {WaitError} it failed, or has been idle for so long that only a call wakes it; the reason is Lambda's.
 * @throws {DeadlineError} it was not there within 10 minutes, or `timeoutMs`.
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
  look: async ({ state: goal, ...named }, options): Promise<Observation<FunctionDetails>> => {
    const value = await describeFunction(named, options);
    return { ...seen(value), verdict: verdicts[goal](value), value };
  },
}));

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
  deleted: () => 'pending',
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
