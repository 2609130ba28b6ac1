import { type CallOptions, input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';

import { describeInstanceStatus } from './status/index.js';
import { describeInstance } from './describe-instance.js';
import { type Instance, instanceId } from './instance.js';

/** What can be waited for: a state, or `ok` for a running instance that has passed both status checks. */
export const instanceGoals = ['running', 'stopped', 'terminated', 'ok'] as const;
export type InstanceGoal = (typeof instanceGoals)[number];

export interface WaitForInstanceInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  readonly state: InstanceGoal;
}

/** States from which there is no way to the goal by itself. */
const hopeless: Record<InstanceGoal, readonly string[]> = {
  running: ['shutting-down', 'terminated', 'stopping', 'stopped'],
  ok: ['shutting-down', 'terminated', 'stopping', 'stopped'],
  stopped: ['shutting-down', 'terminated'],
  terminated: [],
};

/**
 * Waits until an instance is in a state. A thousand waits at once share their requests. An instance that cannot get there any more ends
 * the wait at once, with AWS's reason.
 *
 * @example
 * await waitForInstance({ instanceId, state: 'ok' }, { onProgress: ({ state, elapsedMs }) => console.log(state, elapsedMs) });
 * @throws {WaitError} the instance went into a state from which it cannot get there.
 * @throws {DeadlineError} it was not there within 10 minutes, or `timeoutMs`.
 * @throws {NotFoundError} there is no such instance in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
 */
export const waitForInstance: Waiter<WaitForInstanceInput, Instance> = waiter(() => ({
  name: 'waitForInstance',
  key: 'instanceId',
  input: input<WaitForInstanceInput>({ instanceId: instanceId(), state: z.enum(instanceGoals) }),
  uses: [describeInstance, describeInstanceStatus],
  look: lookAtInstance,
}));

/** Looks once whether an instance is as it should be. */
export async function lookAtInstance(
  { instanceId, state: goal }: WaitForInstanceInput,
  options: CallOptions,
): Promise<Observation<Instance>> {
  const value = await describeInstance(instanceId, options);
  const { state } = value;
  const reason = value.stateReason?.message;
  if (hopeless[goal].includes(state)) return { verdict: 'failed', state, reason, value };
  if (goal !== 'ok' || state !== 'running')
    return { verdict: state === goal ? 'reached' : 'pending', state, reason, value };
  return lookAtChecks(value, options);
}

const lookAtChecks = async (value: Instance, options: CallOptions): Promise<Observation<Instance>> => {
  const { instanceStatus, systemStatus } = await describeInstanceStatus(value.instanceId, options);
  const state = `${value.state}, instance check ${instanceStatus}, system check ${systemStatus}`;
  return { verdict: instanceStatus === 'ok' && systemStatus === 'ok' ? 'reached' : 'pending', state, value };
};
