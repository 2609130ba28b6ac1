import { type AwsResource, optionalString, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { GetSubscriptionAttributesResponse$, Subscription$ } from '@aws-sdk/client-sns';

import { attribute, type AttributeField, fromJson, isTrue } from '../../attribute.js';
import { type Pattern, patternRecord } from '../../event-bridge/pattern.js';

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

/** Who hears of a topic's messages. https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html */
export interface Subscription extends AwsResource {
  /** e.g. `arn:aws:sns:eu-west-1:123456789012:orders:6b0e71bd-7e97-4d97-80ce-4a0994e55286`. */
  readonly subscriptionArn: string;
  readonly topicArn: string;
  readonly protocol: SubscriptionProtocol;
  /** ARN, URL, e-mail address or telephone number. */
  readonly endpoint: string;
  /** Whether nobody has confirmed it yet: until then it gets nothing. */
  readonly pendingConfirmation: boolean;
  /** Account of the subscription. */
  readonly owner?: string | undefined;
  /** Whether the endpoint gets the message alone, without SNS's JSON around it. */
  readonly rawMessageDelivery: boolean;
  /** What a message has to look like. */
  readonly filterPolicy?: Pattern | undefined;
  /** `MessageAttributes` or `MessageBody`: what the filter looks at. */
  readonly filterPolicyScope?: string | undefined;
  /** The queue for messages that could not be delivered. */
  readonly deadLetterQueueArn?: string | undefined;
}

/** Parses the map of texts that SNS knows a subscription by. */
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

/** What SNS leaves out is not so. */
const flag = (name: string): AttributeField<boolean> => ({
  path: 'Attributes',
  type: z.boolean(),
  read: (attributes) => isTrue((attributes as Readonly<Record<string, string>> | undefined)?.[name] ?? ''),
});

/** A subscription as a listing has it. */
export interface ListedSubscription extends AwsResource {
  /** Absent until somebody has confirmed it. */
  readonly subscriptionArn?: string | undefined;
  readonly topicArn: string;
  readonly protocol: SubscriptionProtocol;
  /** ARN, URL, e-mail address or telephone number. */
  readonly endpoint: string;
  /** Account of the subscription. */
  readonly owner?: string | undefined;
}

/** Parses one SNS `Subscription` structure. */
export const listedSubscription = (): Schema<ListedSubscription> =>
  resource<ListedSubscription>(Subscription$, {
    subscriptionArn: { type: z.optional(z.string()), read: arnOrNone },
    topicArn: z.string(),
    protocol: openEnum(subscriptionProtocols),
    endpoint: z.string(),
    owner: optionalString(),
  });

/** SNS says `PendingConfirmation`, `pending confirmation` or `Deleted` where there is no ARN. */
export const arnOrNone = (value: unknown): unknown =>
  typeof value === 'string' && !value.startsWith('arn:') ? undefined : value;
