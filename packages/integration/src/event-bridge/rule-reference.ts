import { type AwsResource, from, resource, type Schema, z } from '@arch/core/builder';
import { PutRuleResponse$ } from '@aws-sdk/client-eventbridge';

import { arnParts } from '../arn-parts.js';

/** The name, ARN and event bus of a rule. */
export interface RuleReference extends AwsResource {
  /** Name of the rule. */
  readonly name: string;
  /** ARN of the rule, e.g. `arn:aws:events:eu-west-1:123456789012:rule/orders`. */
  readonly arn: string;
  /** Name of the event bus whose events the rule matches. */
  readonly eventBusName?: string | undefined;
}

/** The schema of the name of a rule. */
export const ruleName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[.\-\w]{1,64}$/, '1–64 letters, digits, ., - and _'));

/** Parses the ARN of a rule. */
export const ruleReference = (): Schema<RuleReference> =>
  resource<RuleReference>(PutRuleResponse$, {
    name: from('RuleArn', { type: z.string(), read: (arn) => partsOf(arn).name }),
    arn: from('RuleArn', z.string()),
    eventBusName: from('RuleArn', { type: z.optional(z.string()), read: (arn) => partsOf(arn).eventBusName }),
  });

/** Splits `rule/orders` (default event bus) or `rule/shop/orders` (other event bus, whose name may contain slashes). */
const partsOf = (arn: unknown): { readonly name?: string; readonly eventBusName?: string } => {
  if (typeof arn !== 'string') return {};
  const [, ...path] = arnParts(arn).resource.split('/');
  return { name: path.at(-1) ?? '', eventBusName: path.slice(0, -1).join('/') || 'default' };
};
