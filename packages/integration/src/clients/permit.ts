import { addNote, type CallOptions, type DeclaredFunction } from '@arch/core/builder';

import { arnParts } from './arn-parts.js';
import { addFunctionPermission, permitFunction, removeFunctionPermission } from './function-permission.js';
import type { Grant, Undo } from './policy.js';
import { findQueueOfArn, getQueuePolicy, permitQueue, setQueuePolicy } from './queue-permission.js';
import { getTopicPolicy, permitTopic, setTopicPolicy } from './topic-permission.js';

/** What permitting the use of functions and queues calls. */
export const functionAndQueueUses = (): readonly DeclaredFunction[] => [
  addFunctionPermission,
  removeFunctionPermission,
  findQueueOfArn,
  getQueuePolicy,
  setQueuePolicy,
];

/** What permitting the use of topics calls. */
export const topicUses = (): readonly DeclaredFunction[] => [getTopicPolicy, setTopicPolicy];

/** Lets a service call a function, send to a queue or publish to a topic; of other resources, roles say who may. */
const permit = (grant: Grant, options: CallOptions): Promise<Undo> => {
  const { service, region } = arnParts(grant.resourceArn);
  const there = region === '' ? options : { ...options, region };
  if (service === 'lambda') return permitFunction(grant, there);
  if (service === 'sqs') return permitQueue(grant, there);
  if (service === 'sns') return permitTopic(grant, there);
  return Promise.resolve(async () => undefined);
};

/** Permits first and then does what needs it; what was permitted for nothing is taken back. */
export const withPermits = async <Result>(
  grants: readonly Grant[],
  work: () => Promise<Result>,
  options: CallOptions,
): Promise<Result> => {
  const given: { readonly grant: Grant; readonly undo: Undo }[] = [];
  try {
    for (const grant of grants) given.push({ grant, undo: await permit(grant, options) });
    return await work();
  } catch (error) {
    // The deadline of the call may be what failed: the way back has one of its own.
    const { signal: _over, ...own } = options;
    let told = error;
    for (const { grant, undo } of given.toReversed()) {
      const { region } = arnParts(grant.resourceArn);
      await undo(region === '' ? own : { ...own, region }).catch((left: unknown) => {
        const what = `The policy of ${grant.resourceArn} still lets ${grant.service} use it: ${String(left)}`;
        told = addNote(told, what);
      });
    }
    throw told;
  }
};
