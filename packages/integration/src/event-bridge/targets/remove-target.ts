import { type AwsInput, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { RemoveTargetsCommand } from '@aws-sdk/client-eventbridge';

import { removeTargets } from '../remove-targets.js';
import { namesOf, type RuleOfTarget, ruleOfTargetFields, targetId, type TargetReference } from './target-reference.js';

export interface RemoveTargetInput extends RuleOfTarget, AwsInput {
  /** ID of the target. */
  readonly id: string;
  /** Whether a target can be removed from a rule that an AWS service created. Default: `false`. */
  readonly force?: boolean | undefined;
}

/**
 * Removes a target from a rule. The function, queue or topic remains, with the statement in its policy. The call also succeeds if the rule
 * does not have this target. Events may still be delivered to it for up to a minute.
 *
 * @example
 * const target = await putTarget({ rule: 'orders', arn: functionArn });
 * await removeTarget(target);
 * @throws {NotFoundError} there is no such rule on this event bus.
 * @throws {ConflictError} an AWS service created the rule, or another request is changing it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemoveTargets.html
 */
export const removeTarget: Operation<RemoveTargetInput | TargetReference, void, { on: 'eventBusName' | 'ruleName' }> =
  task(() => ({
    name: 'removeTarget',
    input: z.pipe(
      z.transform(toRemoveTargetInput),
      input<RemoveTargetInput>({ ...ruleOfTargetFields(), id: targetId(), force: z.optional(z.boolean()) }),
    ) as never,
    uses: [removeTargets],
    timeoutMs: 60_000,
    run: async (members, options) => {
      const { rule, eventBusName, id, force, aws } = members as RemoveTargetInput;
      checkAwsMembers('removeTarget', RemoveTargetsCommand, aws);
      await removeTargets({ ...namesOf({ rule, eventBusName }), ids: [id], force, aws }, options);
    },
  }));

/** Converts a target that `putTarget` returned to an input. */
const toRemoveTargetInput = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('arn' in value)) return value;
  const { rule, eventBusName, id } = value as TargetReference;
  return { rule, eventBusName, id };
};
