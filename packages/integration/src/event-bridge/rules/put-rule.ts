import {
  arn,
  type AwsInput,
  iamPropagation,
  input,
  notFound,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  text,
  toTagList,
  z,
  type Open,
} from '@arch/core/builder';
import { eventBridge, eventBusName, isDefaultBus, ruleResources } from '@arch/services/event-bridge';
import { PutRuleCommand } from '@aws-sdk/client-eventbridge';

import { pattern, type Pattern, patternText } from '../pattern.js';
import { ruleName, ruleReference, type RuleReference } from '../rule-reference.js';
import { ruleStates } from './rule.js';
import { scheduleExpression } from './schedule-expression.js';

export interface PutRuleInput extends AwsInput {
  /** Name of the rule, 1–64 letters, digits, `.`, `-` and `_`. */
  readonly name: string;
  /** Pattern of the events that the rule matches: lists of accepted values. Provide this, `scheduleExpression` or both. */
  readonly eventPattern?: Pattern | undefined;
  /** Schedule in UTC, e.g. `rate(5 minutes)` or `cron(0 9 ? * MON-FRI *)`. Only on the default event bus. */
  readonly scheduleExpression?: string | undefined;
  /** Name or ARN of the event bus. Default: `default`, the default event bus, which also receives the events of AWS services. */
  readonly eventBusName?: string | undefined;
  /** State of the rule. Default that AWS applies: `ENABLED`. */
  readonly state?: Open<(typeof ruleStates)[number]> | undefined;
  /** Description, up to 512 characters. */
  readonly description?: string | undefined;
  /** ARN of the role for targets that have no role of their own. Functions, queues and topics need no role. */
  readonly roleArn?: string | undefined;
  /** Tags of a new rule. AWS ignores them if the rule exists. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a rule, or replaces the rule with this name. Its targets do not change, but omitted members get their defaults, also the state. A
 * rule has no effect until `putTarget` adds a target. A change takes up to a minute.
 *
 * @example
 * const rule = await putRule({ name: 'orders', eventPattern: { source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } } });
 * @throws {NotFoundError} there is no such event bus.
 * @throws {InvalidRequestError} the pattern is not valid. The error message contains the reason.
 * @throws {QuotaExceededError} the event bus has reached its quota of rules, 300 by default.
 * @throws {ConflictError} an AWS service created the rule with this name, or another request is changing it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 */
export const putRule: Operation<
  PutRuleInput,
  RuleReference,
  { on: 'eventBusName' | 'roleArn' | 'ruleName'; with: 'roleArn' | 'tags' }
> = operation(() => ({
  name: 'putRule',
  service: eventBridge,
  command: PutRuleCommand,
  repeatable: true,
  propagates: iamPropagation,
  permissions: [
    { action: 'events:PutRule', resources: ruleResources },
    { action: 'events:TagResource', resources: ruleResources, with: 'tags' },
    { action: 'iam:PassRole', resources: ['arn:aws:iam::*:role/{roleArn}'], with: 'roleArn' },
  ],
  input: input<PutRuleInput>({
    name: ruleName(),
    eventPattern: z.optional(pattern("{ source: ['shop.orders'] }")),
    scheduleExpression: z.optional(scheduleExpression()),
    eventBusName: z.optional(eventBusName()),
    state: z.optional(z.enum(ruleStates)),
    description: z.optional(text(0, 512)),
    roleArn: z.optional(arn('iam')),
    tags: z.optional(tagRecord()),
  }).check(
    z.refine(
      ({ eventPattern, scheduleExpression }) => eventPattern !== undefined || scheduleExpression !== undefined,
      'eventPattern, scheduleExpression or both',
    ),
    z.refine(({ scheduleExpression, eventBusName }) => scheduleExpression === undefined || isDefaultBus(eventBusName), {
      path: ['eventBusName'],
      error: 'the default event bus if scheduleExpression is set',
    }),
  ),
  output: ruleReference(),
  request: ({ name, eventPattern, tags }) => ({
    Name: name,
    ...(eventPattern && {
      EventPattern: patternText(eventPattern, { operation: 'putRule', place: 'eventPattern' }, 4_096),
    }),
    ...(tags && { Tags: toTagList(tags) }),
  }),
  errors: { ResourceNotFoundException: notFound({ resource: 'event bus', member: 'eventBusName' }) },
}));
