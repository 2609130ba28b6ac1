import { type AwsResource, from, resource, type Schema, z } from '@arch/core/builder';
import { PutRuleResponse$ } from '@aws-sdk/client-eventbridge';

import { arnParts } from '../arn-parts.js';

/** A rule, as every function about a rule takes it. */
export interface RuleReference extends AwsResource {
  readonly name: string;
  /** e.g. `arn:aws:events:eu-west-1:123456789012:rule/orders`. */
  readonly arn: string;
  /** The bus whose events it sees. */
  readonly eventBusName?: string | undefined;
}

/** The name of a rule, checked. */
export const ruleName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[.\-\w]{1,64}$/, '1–64 letters, digits, ., - and _'));

/** Parses the ARN of a rule. */
export const ruleReference = (): Schema<RuleReference> =>
  resource<RuleReference>(PutRuleResponse$, {
    name: from('RuleArn', { type: z.string(), read: (arn) => partsOf(arn).name }),
    arn: from('RuleArn', z.string()),
    eventBusName: from('RuleArn', { type: z.optional(z.string()), read: (arn) => partsOf(arn).eventBusName }),
  });

/** `rule/orders` on the default bus, `rule/shop/orders` on another one, whose name may have slashes. */
const partsOf = (arn: unknown): { readonly name?: string; readonly eventBusName?: string } => {
  if (typeof arn !== 'string') return {};
  const [, ...path] = arnParts(arn).resource.split('/');
  return { name: path.at(-1) ?? '', eventBusName: path.slice(0, -1).join('/') || 'default' };
};
