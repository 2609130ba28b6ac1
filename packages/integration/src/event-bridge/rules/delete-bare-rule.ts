import { input, noOutput, notFound, operation, type Operation, z } from '@arch/core/builder';
import { eventBridge, ruleResources } from '@arch/services/event-bridge';
import { DeleteRuleCommand } from '@aws-sdk/client-eventbridge';

import type { RuleChoice } from '../rule-choice.js';

interface BareRule extends RuleChoice {
  readonly force?: boolean | undefined;
}

/** Sends the last request of `deleteRule`. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html */
export const deleteBareRule: Operation<BareRule, void> = operation(() => ({
  service: eventBridge,
  command: DeleteRuleCommand,
  permissions: [{ action: 'events:DeleteRule', resources: ruleResources }],
  input: input<BareRule>({
    name: z.string(),
    eventBusName: z.optional(z.string()),
    force: z.optional(z.boolean()),
  }),
  output: noOutput(),
  deletes: true,
  errors: { ResourceNotFoundException: notFound({ resource: 'event bus', member: 'eventBusName' }) },
}));
