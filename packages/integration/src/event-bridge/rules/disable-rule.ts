import { input, noOutput, notFound, operation, type Operation } from '@arch/core/builder';
import { eventBridge, ruleResources } from '@arch/services/event-bridge';
import { DisableRuleCommand } from '@aws-sdk/client-eventbridge';

import { type RuleChoice, ruleFields } from '../rule-choice.js';

export interface DisableRuleInput extends RuleChoice {}

/**
 * Disables a rule until `enableRule` or `putRule` enables it: events do not match it, and its schedule does not run. Events of this time are
 * not delivered later. The change takes up to a minute.
 *
 * @example
 * await disableRule('orders');
 * @throws {NotFoundError} there is no such rule on this event bus.
 * @throws {ConflictError} an AWS service created the rule, or another request is changing it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html
 */
export const disableRule: Operation<string | DisableRuleInput, void, { on: 'eventBusName' | 'ruleName' }> = operation(
  () => ({
    name: 'disableRule',
    service: eventBridge,
    command: DisableRuleCommand,
    permissions: [{ action: 'events:DisableRule', resources: ruleResources }],
    key: 'name',
    parentKey: 'eventBusName',
    input: input<DisableRuleInput>(ruleFields()),
    output: noOutput(),
    errors: { ResourceNotFoundException: notFound({ resource: 'rule', member: 'name' }) },
  }),
);
