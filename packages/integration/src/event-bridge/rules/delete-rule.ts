import { NotFoundError } from '@arch/core';
import { checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { DeleteRuleCommand } from '@aws-sdk/client-eventbridge';

import { removeTargets } from '../remove-targets.js';
import { type RuleChoice, ruleFields } from '../rule-choice.js';
import { listTargetsByRule } from '../targets/index.js';
import { deleteBareRule } from './delete-bare-rule.js';

export interface DeleteRuleInput extends RuleChoice {
  /** Whether a rule that an AWS service created can be deleted, which may stop the work of that service. Default: `false`. */
  readonly force?: boolean | undefined;
}

/**
 * Deletes a rule, after removing its targets, as AWS requires. The functions, queues and topics remain, with the statements in their
 * policies. The call also succeeds if the rule does not exist. Events may still match the rule for up to a minute.
 *
 * @example
 * await deleteRule('orders');
 * @throws {NotFoundError} there is no such event bus.
 * @throws {ConflictError} an AWS service created the rule, or another request is changing it.
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
        // The rule or its event bus does not exist. DeleteRule reports which.
        if (error instanceof NotFoundError) return [];
        throw error;
      });
    const ids = targets.map(({ id }) => id);
    if (ids.length > 0) await removeTargets({ rule: name, eventBusName, ids, force }, options);
    await deleteBareRule({ name, eventBusName, force, aws }, options);
  },
}));
