import { type DeclaredFunction, isOutcomeUnknown } from '@arch/core/builder';

import { arnParts } from '../arn-parts.js';
import { addFunctionPermission, permitFunction, removeFunctionPermission } from './function-permission.js';
import { type Grant, type Keep, type Permitting, stillPermits } from './policy.js';
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
const permit = async (grant: Grant, permitting: Permitting): Promise<Keep | undefined> => {
  const { service } = arnParts(grant.resourceArn);
  if (service === 'lambda') return permitFunction(grant, permitting);
  if (service === 'sqs') return permitQueue(grant, permitting);
  return service === 'sns' ? permitTopic(grant, permitting) : undefined;
};

/** Permits in the region of a resource, and takes back there. */
const inRegionOf = ({ resourceArn }: Grant, permitting: Permitting): Permitting => {
  const { region } = arnParts(resourceArn);
  if (region === '') return permitting;
  return {
    ...permitting,
    options: { ...permitting.options, region },
    undo: (left, step) => permitting.undo(left, (own) => step({ ...own, region })),
  };
};

/** Permits first and then does what needs it; what was permitted for nothing is taken back. */
export const withPermits = async <Result>(
  grants: readonly Grant[],
  work: (keepAll: Keep) => Promise<Result>,
  permitting: Permitting,
): Promise<Result> => {
  const given: { readonly grant: Grant; readonly keep: Keep }[] = [];
  for (const grant of grants) {
    const keep = await permit(grant, inRegionOf(grant, permitting));
    if (keep) given.push({ grant, keep });
  }
  try {
    return await work(() => given.forEach(({ keep }) => keep()));
  } catch (error) {
    // AWS may have done what it has not answered to: without the permission, nothing would arrive, and nothing would say so.
    if (permitting.options.signal?.aborted || isOutcomeUnknown(error)) {
      for (const { grant, keep } of given) {
        keep();
        permitting.note(`AWS may have done it, so ${stillPermits(grant)}`);
      }
    }
    throw error;
  }
};
