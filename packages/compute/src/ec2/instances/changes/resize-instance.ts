import { type CallOptions, input, isOutcomeUnknown, type Operation, task, type TaskSteps, z } from '@arch/core/builder';
import { instanceId } from '@arch/services/ec2';

import { describeInstance, type Instance, startInstance, stopInstance, waitForInstance } from '../index.js';
import { modifyInstanceAttribute } from './modify-instance-attribute.js';

export interface ResizeInstanceInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The new type, e.g. `t3.large`. It needs the architecture and virtualization of the old one. */
  readonly instanceType: string;
}

/**
 * Gives an instance another type: stops it if it runs, changes the type, and starts it again if it ran. When AWS has no capacity for the
 * new type, or refuses it, or the time is up, the old type is put back and the instance started as before, and then the call rejects. Its public address changes, unless it is an Elastic IP
 * address, and what is on instance store volumes is lost.
 *
 * @example
 * const { instanceType, publicIpAddress } = await resizeInstance({ instanceId: 'i-0123456789abcdef0', instanceType: 't3.large' });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {CapacityError} AWS has no room for the new type; the message says how the instance was left.
 * @throws {ConflictError} the instance is in neither of the states running and stopped, or is protected from being stopped.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html
 */
export const resizeInstance: Operation<ResizeInstanceInput, Instance> = task(() => ({
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
    const keep = steps.undo(left, (own) => putBack(before, steps, own));
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

/** Undoes a resize that failed half-way, and says how the instance was left. */
const putBack = async (before: Instance, { note }: TaskSteps, options: CallOptions): Promise<void> => {
  const { instanceId, instanceType } = before;
  const wasRunning = before.state === 'running';
  const { state, instanceType: typeNow } = await describeInstance(instanceId, options);
  // Where only a response was lost or came late, to stop it once more would cost more than it mends.
  if (state === 'running' || state === 'pending') return note(`${instanceId} is ${typeNow} and ${state}`);
  // An instance that is stopping can neither be changed nor started.
  if (state === 'stopping') await waitForInstance({ instanceId, state: 'stopped' }, options);
  if (typeNow !== instanceType) await setType(instanceId, instanceType, options);
  if (wasRunning) await startInstance(instanceId, options);
  note(`${instanceId} is ${instanceType} again${wasRunning ? ' and has been started' : ''}`);
};
