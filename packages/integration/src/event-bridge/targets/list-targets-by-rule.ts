import { type AwsInput, input, listOperation, type ListOperation, notFound, z } from '@arch/core/builder';
import { eventBridge, eventBusName, ruleResources } from '@arch/services/event-bridge';
import { ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';

import { ruleName, type RuleReference } from '../rule-reference.js';
import { ruleTarget, type RuleTarget } from './rule-target.js';

export interface ListTargetsByRuleInput extends AwsInput {
  /** Name of the rule. */
  readonly rule: string;
  /** Name or ARN of the event bus of the rule. Default: `default`, the default event bus. */
  readonly eventBusName?: string | undefined;
}

/**
 * Lists the targets of a rule, up to 100 in a request.
 *
 * @example
 * for await (const { id, arn } of listTargetsByRule('orders')) console.log(id, arn);
 * @throws {NotFoundError} there is no such rule on this event bus.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTargetsByRule.html
 */
export const listTargetsByRule: ListOperation<
  string | RuleReference | ListTargetsByRuleInput,
  RuleTarget,
  { on: 'eventBusName' | 'ruleName' }
> = listOperation(() => ({
  name: 'listTargetsByRule',
  service: eventBridge,
  command: ListTargetsByRuleCommand,
  permissions: [{ action: 'events:ListTargetsByRule', resources: ruleResources }],
  input: z.pipe(
    z.transform(toListInput),
    input<ListTargetsByRuleInput>({ rule: ruleName(), eventBusName: z.optional(eventBusName()) }),
  ) as never,
  item: ruleTarget(),
  items: ({ Targets }) => Targets,
  pages: { token: 'NextToken', size: { member: 'Limit', least: 1, most: 100 } },
  errors: { ResourceNotFoundException: notFound({ resource: 'rule', member: 'rule' }) },
}));

/** Converts a name, or a rule that an earlier call returned, to an input. */
const toListInput = (value: unknown): unknown => {
  if (typeof value === 'string') return { rule: value };
  if (typeof value !== 'object' || value === null || !('name' in value) || !('arn' in value)) return value;
  const { name, eventBusName } = value as RuleReference;
  return { rule: name, eventBusName };
};
