import { ArchError, ConnectionError, DeadlineError, UnexpectedResponseError } from '@arch/core';
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
const permit = async (grant: Grant, options: CallOptions): Promise<Undo | undefined> => {
  const { service } = arnParts(grant.resourceArn);
  if (service === 'lambda') return permitFunction(grant, options);
  if (service === 'sqs') return permitQueue(grant, options);
  return service === 'sns' ? permitTopic(grant, options) : undefined;
};

/** Options for calls in the region of a resource. */
const inRegionOf = ({ resourceArn }: Grant, options: CallOptions): CallOptions => {
  const { region } = arnParts(resourceArn);
  return region === '' ? options : { ...options, region };
};

interface Given {
  readonly grant: Grant;
  readonly undo: Undo;
}

/** Permits first and then does what needs it; what was permitted for nothing is taken back. */
export const withPermits = async <Result>(
  grants: readonly Grant[],
  work: () => Promise<Result>,
  options: CallOptions,
): Promise<Result> => {
  const given: Given[] = [];
  let begun = false;
  try {
    for (const grant of grants) {
      const undo = await permit(grant, inRegionOf(grant, options));
      if (undo) given.push({ grant, undo });
    }
    begun = true;
    return await work();
  } catch (error) {
    throw begun && !isRefusal(error) ? keep(given, error) : await takeBack(given, error, options);
  }
};

/** Whether AWS has said that it has not done it. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ArchError &&
  ![DeadlineError, ConnectionError, UnexpectedResponseError].some((kind) => error instanceof kind) &&
  (error.status ?? 400) < 500;

/** AWS may have done what it has not answered to: without the permission, nothing would arrive, and nothing would say so. */
const keep = (given: readonly Given[], error: unknown): unknown =>
  given.reduce((told, { grant }) => addNote(told, `AWS may have done it, so ${stays(grant)}.`), error);

const takeBack = async (given: readonly Given[], error: unknown, options: CallOptions): Promise<unknown> => {
  // The deadline of the call may be what failed: the way back has one of its own.
  const { signal: _over, ...own } = options;
  let told = error;
  for (const { grant, undo } of given.toReversed()) {
    await undo(inRegionOf(grant, own)).catch((left: unknown) => {
      told = addNote(told, `It was not done, but ${stays(grant)}: ${String(left)}`);
    });
  }
  return told;
};

const stays = ({ resourceArn, service }: Grant): string => `the policy of ${resourceArn} still lets ${service} use it`;
