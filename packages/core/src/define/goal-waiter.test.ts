import { expect, it } from 'vitest';

import { describeInstance, type Instance, instancesOf } from '../__fixtures__/instances.js';
import { input, z } from '../builder.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { awsError, fakeAws } from '../testing/index.js';
import { goalWaiter, type GoalWaiter } from './goal-waiter.js';

interface WaitInput {
  readonly instanceId: string;
  readonly state: 'running' | 'terminated';
}

const waitForInstance: GoalWaiter<WaitInput, { running: Instance; terminated: void }> = goalWaiter(() => ({
  name: 'waitForInstance',
  key: 'instanceId',
  input: input<WaitInput>({ instanceId: z.string(), state: z.enum(['running', 'terminated']) }),
  absent: 'terminated',
  uses: [describeInstance],
  look: async ({ instanceId, state: goal }, options) => {
    const value = await describeInstance(instanceId, options);
    return { verdict: value.state === goal ? 'reached' : 'pending', state: value.state, value };
  },
}));

const unknown = awsError('InvalidInstanceID.NotFound', "The instance ID 'i-1' does not exist");

it('resolves with the resource for a goal that has one', async () => {
  await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1'], 'running') } });
  const { instanceId } = await waitForInstance({ instanceId: 'i-1', state: 'running' }, { session: aws.session });
  expect(instanceId).toBe('i-1');
});

it('resolves with nothing for the absent goal, whether AWS still describes the resource or does not know it', async () => {
  await using aws = fakeAws();
  aws.once('DescribeInstances', instancesOf(['i-1'], 'terminated'));
  aws.once('DescribeInstances', instancesOf(['i-1'], 'shutting-down'));
  aws.on('DescribeInstances', unknown);
  const states: string[] = [];
  const wait = (): Promise<void> =>
    waitForInstance(
      { instanceId: 'i-1', state: 'terminated' },
      { session: aws.session, onProgress: ({ state }) => void states.push(state) },
    );
  expect(await wait()).toBeUndefined();
  expect(await wait()).toBeUndefined();
  expect(states).toEqual(['terminated', 'shutting-down', 'terminated']);
});

it('ends with NotFoundError for any other goal', async () => {
  await using aws = fakeAws({ answers: { DescribeInstances: unknown } });
  const wait = waitForInstance({ instanceId: 'i-1', state: 'running' }, { session: aws.session });
  await expect(wait).rejects.toThrow(NotFoundError);
  expect(aws.requests).toHaveLength(1);
});
