import { type AwsResource, optionalString, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { GetSubscriptionAttributesResponse$, Subscription$ } from '@aws-sdk/client-sns';

import { attribute, type AttributeField, fromJson, isTrue } from '../../attribute.js';
import { type Pattern, patternRecord } from '../../event-bridge/pattern.js';

/** The protocols of a subscription. */
export const subscriptionProtocols = [
  'sqs',
  'lambda',
  'https',
  'http',
  'email',
  'email-json',
  'sms',
  'application',
  'firehose',
] as const;
export type SubscriptionProtocol = Open<(typeof subscriptionProtocols)[number]>;

/** A subscription to a topic. https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html */
export interface Subscription extends AwsResource {
  /** ARN of the subscription, e.g. `arn:aws:sns:eu-west-1:123456789012:orders:6b0e71bd-7e97-4d97-80ce-4a0994e55286`. */
  readonly subscriptionArn: string;
  /** ARN of the topic. */
  readonly topicArn: string;
  /** Protocol of the endpoint. */
  readonly protocol: SubscriptionProtocol;
  /** ARN, URL, e-mail address or telephone number. */
  readonly endpoint: string;
  /** Whether the subscription is not confirmed yet. Until then it receives no messages. */
  readonly pendingConfirmation: boolean;
  /** ID of the account that owns the subscription. */
  readonly owner?: string | undefined;
  /** Whether the endpoint receives the message without SNS's JSON document around it. */
  readonly rawMessageDelivery: boolean;
  /** Filter policy: SNS delivers only messages that match it. Absent if there is none. */
  readonly filterPolicy?: Pattern | undefined;
  /** The part of a message to which the filter policy applies: `MessageAttributes` or `MessageBody`. */
  readonly filterPolicyScope?: string | undefined;
  /** ARN of the queue for messages that cannot be delivered. Absent if there is none. */
  readonly deadLetterQueueArn?: string | undefined;
}

/** Parses the attributes of a subscription, which SNS returns as a map of strings. */
export const subscription = (): Schema<Subscription> =>
  resource<Subscription>(GetSubscriptionAttributesResponse$, {
    subscriptionArn: attribute('SubscriptionArn', z.string()),
    topicArn: attribute('TopicArn', z.string()),
    protocol: attribute('Protocol', openEnum(subscriptionProtocols)),
    endpoint: attribute('Endpoint', z.string()),
    pendingConfirmation: flag('PendingConfirmation'),
    owner: attribute('Owner', z.optional(z.string())),
    rawMessageDelivery: flag('RawMessageDelivery'),
    filterPolicy: attribute('FilterPolicy', z.optional(patternRecord()), fromJson),
    filterPolicyScope: attribute('FilterPolicyScope', z.optional(z.string())),
    deadLetterQueueArn: attribute(
      'RedrivePolicy',
      z.optional(z.string()),
      (text) => (fromJson(text) as { readonly deadLetterTargetArn?: string }).deadLetterTargetArn,
    ),
  });

/** Reads a flag. SNS omits flags that are `false`. */
const flag = (name: string): AttributeField<boolean> => ({
  path: 'Attributes',
  type: z.boolean(),
  read: (attributes) => isTrue((attributes as Readonly<Record<string, string>> | undefined)?.[name] ?? ''),
});

/** A subscription in a listing. */
export interface ListedSubscription extends AwsResource {
  /** ARN of the subscription. Absent until the subscription is confirmed. */
  readonly subscriptionArn?: string | undefined;
  /** ARN of the topic. */
  readonly topicArn: string;
  /** Protocol of the endpoint. */
  readonly protocol: SubscriptionProtocol;
  /** ARN, URL, e-mail address or telephone number. */
  readonly endpoint: string;
  /** ID of the account that owns the subscription. */
  readonly owner?: string | undefined;
}

/** Parses one SNS `Subscription` structure. */
export const listedSubscription = (): Schema<ListedSubscription> =>
  resource<ListedSubscription>(Subscription$, {
    subscriptionArn: { type: z.optional(z.string()), read: arnOrUndefined },
    topicArn: z.string(),
    protocol: openEnum(subscriptionProtocols),
    endpoint: z.string(),
    owner: optionalString(),
  });

/** Instead of an ARN, SNS returns `PendingConfirmation`, `pending confirmation` or `Deleted` if there is none. */
export const arnOrUndefined = (value: unknown): unknown =>
  typeof value === 'string' && !value.startsWith('arn:') ? undefined : value;
