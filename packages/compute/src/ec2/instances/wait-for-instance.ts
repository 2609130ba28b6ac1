import { NotFoundError } from '@arch/core';
import { type CallOptions, goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { instanceId } from '@arch/services/ec2';

import { describeInstanceStatus } from './status/index.js';
import { describeInstance } from './describe-instance.js';
import type { Instance } from './instance.js';

/** The goals of a wait: a state, or `ok` for a running instance that has passed both status checks. */
export const instanceGoals = ['running', 'stopped', 'terminated', 'ok'] as const;
export type InstanceGoal = (typeof instanceGoals)[number];

export interface WaitForInstanceInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The goal of the wait: a state, or `ok` for a running instance that has passed both status checks. */
  readonly state: InstanceGoal;
}

/** States from which an instance does not reach the goal without another call. */
const deadEnds: Record<InstanceGoal, readonly string[]> = {
  running: ['shutting-down', 'terminated', 'stopping', 'stopped'],
  ok: ['shutting-down', 'terminated', 'stopping', 'stopped'],
  stopped: ['shutting-down', 'terminated'],
  terminated: [],
};

/**
 * Waits until an instance reaches a state. Concurrent waits share their requests. The wait ends at once, with AWS's reason, if the instance
 * can no longer reach the state. EC2 describes a terminated instance for about an hour: `terminated` is also reached when EC2 does not know the
 * instance any more, and then resolves with `undefined`.
 *
 * @example
 * await waitForInstance({ instanceId, state: 'ok' }, { onProgress: ({ state, elapsedMs }) => console.log(state, elapsedMs) });
 * @throws {WaitError} the instance is in a state from which it cannot reach the goal.
 * @throws {DeadlineError} the instance has not reached the goal within 10 minutes, or `timeoutMs`.
 * @throws {NotFoundError} there is no such instance in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
 */
export const waitForInstance: GoalWaiter<
  WaitForInstanceInput,
  { running: Instance; stopped: Instance; terminated: Instance | undefined; ok: Instance }
> = goalWaiter(() => ({
  name: 'waitForInstance',
  key: 'instanceId',
  input: input<WaitForInstanceInput>({ instanceId: instanceId(), state: z.enum(instanceGoals) }),
  uses: [describeInstance, describeInstanceStatus],
  look: async (wanted, options): Promise<Observation<Instance>> => {
    try {
      return await observeInstance(wanted, options);
    } catch (error) {
      if (wanted.state === 'terminated' && error instanceof NotFoundError) return forgotten;
      throw error;
    }
  },
}));

/** The last observation of an instance that EC2 does not know any more. */
const forgotten: Observation<never> = { verdict: 'reached', state: 'terminated', value: undefined as never };

/** Checks once whether an instance has reached the goal. */
export async function observeInstance(
  { instanceId, state: goal }: WaitForInstanceInput,
  options: CallOptions,
): Promise<Observation<Instance>> {
  const value = await describeInstance(instanceId, options);
  const { state } = value;
  const reason = value.stateReason?.message;
  if (deadEnds[goal].includes(state)) return { verdict: 'failed', state, reason, value };
  if (goal !== 'ok' || state !== 'running')
    return { verdict: state === goal ? 'reached' : 'pending', state, reason, value };
  return observeStatusChecks(value, options);
}

const observeStatusChecks = async (value: Instance, options: CallOptions): Promise<Observation<Instance>> => {
  const { instanceStatus, systemStatus } = await describeInstanceStatus(value.instanceId, options);
  const state = `${value.state}, instance check ${instanceStatus}, system check ${systemStatus}`;
  return { verdict: instanceStatus === 'ok' && systemStatus === 'ok' ? 'reached' : 'pending', state, value };
};
