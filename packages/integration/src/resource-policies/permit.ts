import { type DeclaredFunction, isOutcomeUnknown } from '@arch/core/builder';

import { arnParts } from '../arn-parts.js';
import { addFunctionPermission, permitFunction, removeFunctionPermission } from './function-permission.js';
import { type Grant, type Keep, type PermitContext, stillPermitsText } from './policy.js';
import { findQueueOfArn, getQueuePolicy, permitQueue, setQueuePolicy } from './queue-permission.js';
import { getTopicPolicy, permitTopic, setTopicPolicy } from './topic-permission.js';

/** The operations that `withPermits` calls for functions and queues. */
export const functionAndQueueUses = (): readonly DeclaredFunction[] => [
  addFunctionPermission,
  removeFunctionPermission,
  findQueueOfArn,
  getQueuePolicy,
  setQueuePolicy,
];

/** The operations that `withPermits` calls for topics. */
export const topicUses = (): readonly DeclaredFunction[] => [getTopicPolicy, setTopicPolicy];

/** Allows a service to invoke a function, send to a queue or publish to a topic. Other resources need no policy: a role permits their use. */
const permit = async (grant: Grant, context: PermitContext): Promise<Keep | undefined> => {
  const { service } = arnParts(grant.resourceArn);
  if (service === 'lambda') return permitFunction(grant, context);
  if (service === 'sqs') return permitQueue(grant, context);
  return service === 'sns' ? permitTopic(grant, context) : undefined;
};

/** Uses the region of the resource, also for the undo. */
const inRegionOf = ({ resourceArn }: Grant, context: PermitContext): PermitContext => {
  const { region } = arnParts(resourceArn);
  if (region === '') return context;
  return {
    ...context,
    options: { ...context.options, region },
    undo: (left, step) => context.undo(left, (own) => step({ ...own, region })),
  };
};

/** Adds permissions, then runs the work that needs them. If the work fails, the added permissions are removed. */
export const withPermits = async <Result>(
  grants: readonly Grant[],
  work: (keepAll: Keep) => Promise<Result>,
  context: PermitContext,
): Promise<Result> => {
  const added: { readonly grant: Grant; readonly keep: Keep }[] = [];
  for (const grant of grants) {
    const keep = await permit(grant, inRegionOf(grant, context));
    if (keep) added.push({ grant, keep });
  }
  try {
    return await work(() => added.forEach(({ keep }) => keep()));
  } catch (error) {
    // AWS may have completed a request without a response. Without the permission, nothing would be delivered, and no error would say so.
    if (context.options.signal?.aborted || isOutcomeUnknown(error)) {
      for (const { grant, keep } of added) {
        keep();
        context.note(`AWS may have completed the request, so ${stillPermitsText(grant)}`);
      }
    }
    throw error;
  }
};
