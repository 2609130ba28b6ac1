import { type CallOptions, input, isOutcomeUnknown, type Operation, task, type TaskSteps, z } from '@arch/core/builder';
import { instanceId } from '@arch/services/ec2';

import { describeInstance, type Instance, startInstance, stopInstance, waitForInstance } from '../index.js';
import { modifyInstanceAttribute } from './modify-instance-attribute.js';

export interface ResizeInstanceInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The new instance type, e.g. `t3.large`. It must support the architecture and virtualization type of the current type. */
  readonly instanceType: string;
}

/**
 * Changes the type of an instance: stops it if it is running, changes the type, and starts it again if it was running. If AWS lacks
 * capacity for the new type or rejects it, or the deadline expires, the function restores the old type, starts the instance if it was
 * running, and then rejects. The public address changes unless it is an Elastic IP address, and data on instance store volumes is lost.
 *
 * @example
 * const { instanceType, publicIpAddress } = await resizeInstance({ instanceId: 'i-0123456789abcdef0', instanceType: 't3.large' });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {CapacityError} AWS does not have enough capacity for the new type now; the message contains the resulting type and state.
 * @throws {ConflictError} the instance is neither `running` nor `stopped`, or stop protection is enabled.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html
 */
export const resizeInstance: Operation<ResizeInstanceInput, Instance, { on: 'groupId' | 'instanceId' }> = task(() => ({
  name: 'resizeInstance',
  key: 'instanceId',
  input: input<ResizeInstanceInput>({
    instanceId: instanceId(),
    instanceType: z.string().check(z.regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'an instance type such as t3.micro')),
  }).check(z.refine((value) => !('aws' in value), 'no aws: resizeInstance sends several requests')),
  uses: [describeInstance, stopInstance, modifyInstanceAttribute, startInstance],
  timeoutMs: 1_800_000,
  run: async ({ instanceId, instanceType }, options, steps) => {
    const before = await describeInstance(instanceId, options);
    if (before.instanceType === instanceType) return before;
    const wasRunning = before.state === 'running';
    const left = `${instanceId} could not be put back to ${before.instanceType}${wasRunning ? ' and started' : ''}`;
    const keep = steps.undo(left, (own) => restore(before, steps, own));
    if (wasRunning) {
      await stopInstance(instanceId, options).catch((error: unknown) => {
        if (!options.signal?.aborted && !isOutcomeUnknown(error)) keep();
        throw error;
      });
      await waitForInstance({ instanceId, state: 'stopped' }, options);
    }
    await setType(instanceId, instanceType, options);
    if (wasRunning) return startInstance(instanceId, { ...options, wait: true });
    keep();
    return describeInstance(instanceId, options);
  },
}));

const setType = (instanceId: string, instanceType: string, options: CallOptions): Promise<void> =>
  modifyInstanceAttribute({ instanceId, aws: { InstanceType: { Value: instanceType } } }, options);

/** Restores type and state after a failed resize, and adds the result to the error. */
const restore = async (before: Instance, { note }: TaskSteps, options: CallOptions): Promise<void> => {
  const { instanceId, instanceType } = before;
  const wasRunning = before.state === 'running';
  const { state, instanceType: currentType } = await describeInstance(instanceId, options);
  // If only the response was lost or late, a second stop would do more harm than the new type.
  if (state === 'running' || state === 'pending')
    return note(`${instanceId} has the type ${currentType} and is ${state}`);
  // AWS can neither change nor start an instance that is stopping.
  if (state === 'stopping') await waitForInstance({ instanceId, state: 'stopped' }, options);
  if (currentType !== instanceType) await setType(instanceId, instanceType, options);
  if (wasRunning) await startInstance(instanceId, options);
  note(`${instanceId} has the type ${instanceType} again${wasRunning ? ' and has been started' : ''}`);
};
