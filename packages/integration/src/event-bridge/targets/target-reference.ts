import { z } from '@arch/core/builder';
import { eventBusName } from '@arch/services/event-bridge';

import { ruleName, type RuleReference } from '../rule-reference.js';

/** A target of a rule, by its rule and ID. */
export interface TargetReference {
  /** Name of the rule. */
  readonly rule: string;
  /** Name or ARN of the event bus of the rule. Absent for the default event bus. */
  readonly eventBusName?: string | undefined;
  /** ID of the target, unique within the rule. */
  readonly id: string;
  /** ARN of the function, queue, topic or other resource. */
  readonly arn: string;
}

/** The rule of a target. */
export interface RuleOfTarget {
  /** Name of the rule, or a rule that an earlier call returned. */
  readonly rule: string | RuleReference;
  /** Name or ARN of the event bus of the rule. Default: the event bus of the passed rule, or `default`. */
  readonly eventBusName?: string | undefined;
}

/** The schemas of the members of {@link RuleOfTarget}. */
export const ruleOfTargetFields = (): {
  readonly rule: z.ZodMiniType<string | RuleReference>;
  readonly eventBusName: z.ZodMiniType<string | undefined>;
} => ({
  rule: z.union([
    ruleName(),
    z.object({ name: ruleName(), arn: z.string(), eventBusName: z.optional(eventBusName()) }),
  ]) as never,
  eventBusName: z.optional(eventBusName()),
});

/** The names of a rule and of its event bus. */
export const namesOf = ({ rule, eventBusName }: RuleOfTarget): Pick<TargetReference, 'rule' | 'eventBusName'> => {
  const name = typeof rule === 'string' ? rule : rule.name;
  const bus = eventBusName ?? (typeof rule === 'string' ? undefined : rule.eventBusName);
  return { rule: name, ...(bus !== undefined && { eventBusName: bus }) };
};

/** The schema of the ID of a target. */
export const targetId = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[.\-\w]{1,64}$/, '1–64 letters, digits, ., - and _'));
