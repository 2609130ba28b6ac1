import { input, notFound, operation, type Operation } from '@arch/core/builder';
import { eventBridge, ruleResources } from '@arch/services/event-bridge';
import { DescribeRuleCommand } from '@aws-sdk/client-eventbridge';

import { type RuleChoice, ruleFields } from '../rule-choice.js';
import { rule, type Rule } from './rule.js';

export interface DescribeRuleInput extends RuleChoice {}

/**
 * Describes a rule. `listTargetsByRule` lists its targets.
 *
 * @example
 * const { state, eventPattern } = await describeRule('orders');
 * @throws {NotFoundError} there is no such rule on this event bus.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html
 */
export const describeRule: Operation<string | DescribeRuleInput, Rule, { on: 'eventBusName' | 'ruleName' }> = operation(
  () => ({
    name: 'describeRule',
    service: eventBridge,
    command: DescribeRuleCommand,
    permissions: [{ action: 'events:DescribeRule', resources: ruleResources }],
    key: 'name',
    parentKey: 'eventBusName',
    input: input<DescribeRuleInput>(ruleFields()),
    output: rule(),
    errors: { ResourceNotFoundException: notFound({ resource: 'rule', member: 'name' }) },
  }),
);
