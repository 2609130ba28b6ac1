import { type AwsInput, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { RemoveTargetsCommand } from '@aws-sdk/client-eventbridge';

import { removeTargets } from '../remove-targets.js';
import { namesOf, type RuleOfTarget, ruleOfTargetFields, targetId, type TargetReference } from './target-reference.js';

export interface RemoveTargetInput extends RuleOfTarget, AwsInput {
  readonly id: string;
  /** Removes it also from a rule that an AWS service has made for itself. Default `false`. */
  readonly force?: boolean | undefined;
}

/**
 * Takes a target from a rule. The target itself stays, and so does the statement in its policy. A target that is not there is no error: AWS
 * does not tell. For up to a minute events may still reach it.
 *
 * @example
 * const target = await putTarget({ rule: 'orders', arn: functionArn });
 * await removeTarget(target);
 * @throws {NotFoundError} there is no such rule on that bus.
 * @throws {ConflictError} an AWS service made the rule, or another request is changing it.
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

/** Of a target that was put, what says which one it is. */
const toRemoveTargetInput = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('arn' in value)) return value;
  const { rule, eventBusName, id } = value as TargetReference;
  return { rule, eventBusName, id };
};
