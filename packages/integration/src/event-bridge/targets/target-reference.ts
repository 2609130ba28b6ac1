import { z } from '@arch/core/builder';
import { eventBusName } from '@arch/services/event-bridge';

import { ruleName, type RuleReference } from '../rule-reference.js';

/** A target of a rule, as `removeTarget` takes it. */
export interface TargetReference {
  /** The rule's name. */
  readonly rule: string;
  /** Name or ARN of the rule's bus. Absent: the account's own. */
  readonly eventBusName?: string | undefined;
  readonly id: string;
  readonly arn: string;
}

/** Whose targets are meant. */
export interface RuleOfTarget {
  /** The rule's name, or the rule as an earlier call returned it. */
  readonly rule: string | RuleReference;
  /** Name or ARN of the rule's bus. Default: the account's own, or that of the rule that was passed. */
  readonly eventBusName?: string | undefined;
}

/** The members of {@link RuleOfTarget}, checked. */
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

/** The rule by name and bus. */
export const namesOf = ({ rule, eventBusName }: RuleOfTarget): Pick<TargetReference, 'rule' | 'eventBusName'> => {
  const name = typeof rule === 'string' ? rule : rule.name;
  const bus = eventBusName ?? (typeof rule === 'string' ? undefined : rule.eventBusName);
  return { rule: name, ...(bus !== undefined && { eventBusName: bus }) };
};

/** The ID of a target, checked. */
export const targetId = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[.\-\w]{1,64}$/, '1–64 letters, digits, ., - and _'));
