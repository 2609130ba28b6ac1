import { addNote, type CallOptions, input, type Operation, task, z } from '@arch/core/builder';

import { instanceId } from '../clients/ec2-ids.js';
import { describeInstance, type Instance, startInstance, stopInstance } from '../instances/index.js';
import { modifyInstanceAttribute } from './modify-instance-attribute.js';

export interface ResizeInstanceInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** The new type, e.g. `t3.large`. It needs the architecture and virtualization of the old one. */
  readonly instanceType: string;
}

/**
 * Gives an instance another type: stops it if it runs, changes the type, and starts it again if it ran. When AWS has no capacity for the
 * new type, or refuses it, the old type is put back and the instance started as before. Its public address changes, unless it is an Elastic IP
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
  }).check(z.refine((value) => !('aws' in value), 'without aws: it makes several requests')),
  uses: [describeInstance, stopInstance, modifyInstanceAttribute, startInstance],
  timeoutMs: 1_800_000,
  run: async ({ instanceId, instanceType }, options) => {
    const before = await describeInstance(instanceId, options);
    if (before.instanceType === instanceType) return before;
    const wasRunning = before.state === 'running';
    if (wasRunning) await stopInstance(instanceId, { ...options, wait: true });
    try {
      await setType(instanceId, instanceType, options);
      if (wasRunning) return await startInstance(instanceId, { ...options, wait: true });
    } catch (error) {
      throw addNote(error, await putBack(before, wasRunning, options));
    }
    return describeInstance(instanceId, options);
  },
}));

const setType = (instanceId: string, instanceType: string, options: CallOptions): Promise<void> =>
  modifyInstanceAttribute({ instanceId, aws: { InstanceType: { Value: instanceType } } }, options);

/** Undoes a resize that failed half-way, and says how the instance was left. */
const putBack = async (
  { instanceId, instanceType }: Instance,
  start: boolean,
  options: CallOptions,
): Promise<string> => {
  try {
    // What failed may be the caller's own deadline: the way back has one of its own.
    const { signal: _over, ...own } = options;
    await setType(instanceId, instanceType, own);
    if (!start) return `${instanceId} is ${instanceType} again.`;
    await startInstance(instanceId, own);
    return `${instanceId} is ${instanceType} again and has been started.`;
  } catch (error) {
    return `${instanceId} could not be put back to ${instanceType}${start ? ' and started' : ''}: ${(error as Error).message}`;
  }
};
