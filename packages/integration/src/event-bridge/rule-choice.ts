import { type AwsInput, type input, z } from '@arch/core/builder';
import { eventBusName } from '@arch/services/event-bridge';

import { ruleName } from './rule-reference.js';

/** A rule, by its name and event bus. */
export interface RuleChoice extends AwsInput {
  /** Name of the rule. */
  readonly name: string;
  /** Name or ARN of the event bus of the rule. Default: `default`, the default event bus. */
  readonly eventBusName?: string | undefined;
}

/** The schemas of the members of {@link RuleChoice}. */
export const ruleFields = (): Parameters<typeof input<RuleChoice>>[0] => ({
  name: ruleName(),
  eventBusName: z.optional(eventBusName()),
});
