import { optionalString, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { Rule$ } from '@aws-sdk/client-eventbridge';

import { fromJson } from '../../attribute.js';
import { type Pattern, patternRecord } from '../pattern.js';
import type { RuleReference } from '../rule-reference.js';

export const ruleStates = ['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'] as const;
export type RuleState = Open<(typeof ruleStates)[number]>;

/** A rule of EventBridge. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html */
export interface Rule extends RuleReference {
  readonly state: RuleState;
  /** What an event has to look like; absent where there is only a schedule. */
  readonly eventPattern?: Pattern | undefined;
  /** e.g. `rate(5 minutes)`; absent where there is only a pattern. */
  readonly scheduleExpression?: string | undefined;
  readonly description?: string | undefined;
  readonly roleArn?: string | undefined;
  /** The AWS service that has made it, e.g. `states.amazonaws.com`; absent for your own. */
  readonly managedBy?: string | undefined;
}

/** Parses one EventBridge `Rule` structure; what DescribeRule answers has the same members. */
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
