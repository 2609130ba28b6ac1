import { input, noOutput, notFound, operation, type Operation } from '@arch/core/builder';
import { eventBridge, ruleResources } from '@arch/services/event-bridge';
import { EnableRuleCommand } from '@aws-sdk/client-eventbridge';

import { type RuleChoice, ruleFields } from '../rule-choice.js';

export interface EnableRuleInput extends RuleChoice {}

/**
 * Enables a rule: events match it, or its schedule runs. The change takes up to a minute.
 *
 * @example
 * await enableRule('orders');
 * @throws {NotFoundError} there is no such rule on this event bus.
 * @throws {ConflictError} an AWS service created the rule, or another request is changing it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EnableRule.html
 */
export const enableRule: Operation<string | EnableRuleInput, void, { on: 'eventBusName' | 'ruleName' }> = operation(
  () => ({
    name: 'enableRule',
    service: eventBridge,
    command: EnableRuleCommand,
    permissions: [{ action: 'events:EnableRule', resources: ruleResources }],
    key: 'name',
    parentKey: 'eventBusName',
    input: input<EnableRuleInput>(ruleFields()),
    output: noOutput(),
    errors: { ResourceNotFoundException: notFound({ resource: 'rule', member: 'name' }) },
  }),
);
