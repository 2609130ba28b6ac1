import { type AwsResource, optionalString, from, maybe, resource, type Schema, z } from '@arch/core/builder';
import { InputTransformer$, Target$ } from '@aws-sdk/client-eventbridge';

import { fromJson } from '../../attribute.js';

/** A transformation of an event to the input of a target. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
export interface InputTransformer {
  /** Variables of the template and their JSON paths in the event, at most 100, e.g. `{ order: '$.detail.orderId' }`. */
  readonly inputPathsMap?: Readonly<Record<string, string>> | undefined;
  /** Template of the input, up to 8,192 characters, e.g. `{"orderId": <order>}` or `"Order <order> was placed"`. */
  readonly inputTemplate: string;
}

/** A target of a rule, to which EventBridge sends the matching events. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html */
export interface RuleTarget extends AwsResource {
  /** ID of the target, unique within the rule. */
  readonly id: string;
  /** ARN of the function, queue, topic or other resource. */
  readonly arn: string;
  /** ARN of the role with which EventBridge uses the target. Absent if there is none. */
  readonly roleArn?: string | undefined;
  /** The value that the target receives instead of the event. */
  readonly input?: unknown;
  /** JSON path of the part of the event that the target receives. */
  readonly inputPath?: string | undefined;
  /** The transformation of the event to the input of the target. */
  readonly inputTransformer?: InputTransformer | undefined;
  /** ARN of the queue for events that cannot be delivered. Absent if there is none. */
  readonly deadLetterQueueArn?: string | undefined;
  /** Maximum number of retries of a delivery. Absent if AWS's default applies. */
  readonly maximumRetryAttempts?: number | undefined;
  /** Time for which EventBridge retries a delivery, in seconds. Absent if AWS's default applies. */
  readonly maximumEventAgeSeconds?: number | undefined;
  /** Message group ID of the messages to a queue. */
  readonly messageGroupId?: string | undefined;
}

/** Parses one EventBridge `Target` structure. */
export const ruleTarget = (): Schema<RuleTarget> =>
  resource<RuleTarget>(Target$, {
    id: z.string(),
    arn: z.string(),
    roleArn: optionalString(),
    input: {
      type: z.optional(z.unknown()),
      read: (text) => (typeof text === 'string' && text !== '' ? fromJson(text) : undefined),
    },
    inputPath: optionalString(),
    inputTransformer: maybe(
      resource<InputTransformer>(InputTransformer$, {
        inputPathsMap: z.optional(z.record(z.string(), z.string())),
        inputTemplate: z.string(),
      }),
    ),
    deadLetterQueueArn: from('DeadLetterConfig.Arn', optionalString()),
    maximumRetryAttempts: from('RetryPolicy.MaximumRetryAttempts', z.optional(z.number())),
    maximumEventAgeSeconds: from('RetryPolicy.MaximumEventAgeInSeconds', z.optional(z.number())),
    messageGroupId: from('SqsParameters.MessageGroupId', optionalString()),
  });
