import { type AwsInput, input, listOperation, type ListOperation, notFound, z } from '@arch/core/builder';
import { eventBridge, eventBusName } from '@arch/services/event-bridge';
import { ListRulesCommand } from '@aws-sdk/client-eventbridge';

import { ruleName } from '../rule-reference.js';
import { rule, type Rule } from './rule.js';

export interface ListRulesInput extends AwsInput {
  /** Prefix of the names. Default: all rules. */
  readonly namePrefix?: string | undefined;
  /** Name or ARN of the event bus. Default: `default`, the default event bus. */
  readonly eventBusName?: string | undefined;
}

/**
 * Lists the rules of an event bus, up to 100 in a request.
 *
 * @example
 * for await (const { name, state } of listRules({ namePrefix: 'shop-' })) console.log(name, state);
 * @throws {NotFoundError} there is no such event bus.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRules.html
 */
export const listRules: ListOperation<ListRulesInput, Rule> = listOperation(() => ({
  name: 'listRules',
  service: eventBridge,
  command: ListRulesCommand,
  permissions: ['events:ListRules'],
  input: input<ListRulesInput>({ namePrefix: z.optional(ruleName()), eventBusName: z.optional(eventBusName()) }),
  item: rule(),
  items: ({ Rules }) => Rules,
  pages: { token: 'NextToken', size: { member: 'Limit', least: 1, most: 100 } },
  errors: { ResourceNotFoundException: notFound({ resource: 'event bus', member: 'eventBusName' }) },
}));
