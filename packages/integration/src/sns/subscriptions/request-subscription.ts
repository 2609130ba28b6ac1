import {
  alreadyExists,
  asIs,
  type AwsInput,
  type AwsResource,
  iamPropagation,
  input,
  operation,
  type Operation,
  whenMessage,
  z,
} from '@arch/core/builder';
import { sns } from '@arch/services/sns';
import { SubscribeCommand } from '@aws-sdk/client-sns';

import { arnOrUndefined } from './subscription.js';
import type { SubscriptionProtocol } from './subscription.js';

/** A subscription that was created, or that existed with the same attributes. */
export interface NewSubscription extends AwsResource {
  /** ARN of the subscription. Absent if SNS assigns it only after the confirmation. */
  readonly subscriptionArn?: string | undefined;
  /** ARN of the topic. */
  readonly topicArn: string;
  /** Protocol of the endpoint. */
  readonly protocol: SubscriptionProtocol;
  /** ARN, URL, e-mail address or telephone number. */
  readonly endpoint: string;
}

/** The subscription to create, with SNS's attributes. */
export interface RequestSubscriptionInput extends AwsInput {
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** Sends the last request of `subscribeToTopic`. https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
export const requestSubscription: Operation<RequestSubscriptionInput, NewSubscription> = operation(() => ({
  name: 'subscribeToTopic',
  service: sns,
  command: SubscribeCommand,
  repeatable: true,
  propagates: iamPropagation,
  permissions: [{ action: 'sns:Subscribe', resources: ['topic'] }],
  key: 'topicArn',
  input: input<RequestSubscriptionInput>({
    topicArn: z.string(),
    protocol: z.string(),
    endpoint: z.string(),
    attributes: z.optional(z.record(z.string(), z.string())),
  }),
  output: asIs<NewSubscription>(),
  request: ({ topicArn, protocol }) => ({ TopicArn: topicArn, Protocol: protocol, ReturnSubscriptionArn: true }),
  select: (response, { topicArn, protocol, endpoint }) => {
    if (response.SubscriptionArn === undefined) return undefined;
    const subscriptionArn = arnOrUndefined(response.SubscriptionArn);
    const created = { ...(subscriptionArn !== undefined && { subscriptionArn }), topicArn, protocol, endpoint };
    return Object.defineProperty(created, 'aws', { value: response, enumerable: false });
  },
  errors: {
    InvalidParameter: whenMessage(
      /already exists with different/,
      alreadyExists({
        resource: 'subscription',
        member: 'endpoint',
        remedy: 'Its attributes differ from the input: change them with setSubscriptionAttributes.',
      }),
    ),
  },
}));
