import { optionalString, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { Rule$ } from '@aws-sdk/client-eventbridge';

import { fromJson } from '../../attribute.js';
import { type Pattern, patternRecord } from '../pattern.js';
import type { RuleReference } from '../rule-reference.js';

/** The states of a rule. */
export const ruleStates = ['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'] as const;
export type RuleState = Open<(typeof ruleStates)[number]>;

/** A rule of EventBridge. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html */
export interface Rule extends RuleReference {
  /** State of the rule. */
  readonly state: RuleState;
  /** Pattern of the events that the rule matches. Absent if the rule has only a schedule. */
  readonly eventPattern?: Pattern | undefined;
  /** Schedule in UTC, e.g. `rate(5 minutes)`. Absent if the rule has only a pattern. */
  readonly scheduleExpression?: string | undefined;
  /** Description. Absent if there is none. */
  readonly description?: string | undefined;
  /** ARN of the role for targets that have no role of their own. */
  readonly roleArn?: string | undefined;
  /** The AWS service that created the rule, e.g. `states.amazonaws.com`. Absent for your own rules. */
  readonly managedBy?: string | undefined;
}

/** Parses one EventBridge `Rule` structure. The response of `DescribeRule` has the same members. */
export const rule = (): Schema<Rule> =>
  resource<Rule>(Rule$, {
    name: z.string(),
    arn: z.string(),
    eventBusName: optionalString(),
    state: openEnum(ruleStates),
    eventPattern: {
      type: z.optional(patternRecord()),
      read: (text) => (typeof text === 'string' && text !== '' ? fromJson(text) : undefined),
    },
    scheduleExpression: optionalString(),
    description: optionalString(),
    roleArn: optionalString(),
    managedBy: optionalString(),
  });
