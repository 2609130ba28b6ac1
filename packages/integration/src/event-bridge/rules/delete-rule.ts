import { NotFoundError } from '@arch/core';
import { checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { DeleteRuleCommand } from '@aws-sdk/client-eventbridge';

import { removeTargets } from '../remove-targets.js';
import { type RuleChoice, ruleFields } from '../rule-choice.js';
import { listTargetsByRule } from '../targets/index.js';
import { deleteBareRule } from './delete-bare-rule.js';

export interface DeleteRuleInput extends RuleChoice {
  /** Deletes also a rule that an AWS service has made for itself, whose work may then stop. Default `false`. */
  readonly force?: boolean | undefined;
}

/**
 * Deletes a rule, and first takes its targets from it, as AWS demands. The targets themselves stay, and so do the statements in their
 * policies. A rule that is not there is no error: AWS does not tell. For up to a minute events may still match.
 *
 * @example
 * await deleteRule('orders');
 * @throws {NotFoundError} there is no such bus.
 * @throws {ConflictError} an AWS service made the rule, or another request is changing it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html
 */
export const deleteRule: Operation<string | DeleteRuleInput, void, { on: 'eventBusName' | 'ruleName' }> = task(() => ({
  name: 'deleteRule',
  key: 'name',
  parentKey: 'eventBusName',
  input: input<DeleteRuleInput>({ ...ruleFields(), force: z.optional(z.boolean()) }),
  uses: [listTargetsByRule, removeTargets, deleteBareRule],
  timeoutMs: 120_000,
  run: async ({ name, eventBusName, force, aws }, options) => {
    checkAwsMembers('deleteRule', DeleteRuleCommand, aws);
    const targets = await listTargetsByRule({ rule: name, eventBusName }, options)
      .toArray()
      .catch((error: unknown) => {
        // There is no rule: DeleteRule then says whether there is such a bus.
        if (error instanceof NotFoundError) return [];
        throw error;
      });
    const ids = targets.map(({ id }) => id);
    if (ids.length > 0) await removeTargets({ rule: name, eventBusName, ids, force }, options);
    await deleteBareRule({ name, eventBusName, force, aws }, options);
  },
}));
