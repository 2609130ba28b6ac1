import { type AwsInput, type input, z } from '@arch/core/builder';
import { eventBusName } from '@arch/services/event-bridge';

import { ruleName } from './rule-reference.js';

/** Which rule is meant. */
export interface RuleChoice extends AwsInput {
  readonly name: string;
  /** Name or ARN of the rule's bus. Default: the account's own, `default`. */
  readonly eventBusName?: string | undefined;
}

/** The members of {@link RuleChoice}, checked. */
export const ruleFields = (): Parameters<typeof input<RuleChoice>>[0] => ({
  name: ruleName(),
  eventBusName: z.optional(eventBusName()),
});
