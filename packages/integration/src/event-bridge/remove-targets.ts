import { type AwsInput, input, noOutput, notFound, operation, type Operation, z } from '@arch/core/builder';
import { eventBridge, ruleResources } from '@arch/services/event-bridge';
import { RemoveTargetsCommand } from '@aws-sdk/client-eventbridge';

import { checkFailedTargets } from './check-failed-targets.js';

/** The targets of a rule to remove. */
export interface RemoveTargetsInput extends AwsInput {
  readonly rule: string;
  readonly eventBusName?: string | undefined;
  readonly ids: readonly string[];
  readonly force?: boolean | undefined;
}

/** Sends the request that removes targets, also before their rule is deleted. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemoveTargets.html */
export const removeTargets: Operation<RemoveTargetsInput, void> = operation(() => ({
  name: 'removeTarget',
  service: eventBridge,
  command: RemoveTargetsCommand,
  permissions: [{ action: 'events:RemoveTargets', resources: ruleResources }],
  input: input<RemoveTargetsInput>({
    rule: z.string(),
    eventBusName: z.optional(z.string()),
    ids: z.array(z.string()),
    force: z.optional(z.boolean()),
  }),
  output: noOutput(),
  deletes: false,
  select: ({ FailedEntries }) => {
    checkFailedTargets('removeTarget', FailedEntries);
    return {};
  },
  errors: { ResourceNotFoundException: notFound({ resource: 'rule', member: 'rule' }) },
}));
