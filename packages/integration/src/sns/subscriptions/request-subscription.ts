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

import { arnOrNone } from './subscription.js';
import type { SubscriptionProtocol } from './subscription.js';

/** A subscription that has been made, or was there already. */
export interface NewSubscription extends AwsResource {
  /** Absent where SNS does not give one before somebody has confirmed it. */
  readonly subscriptionArn?: string | undefined;
  readonly topicArn: string;
  readonly protocol: SubscriptionProtocol;
  readonly endpoint: string;
}

/** A subscription whose attributes are in SNS's words. */
export interface RequestSubscriptionInput extends AwsInput {
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** Makes the last AWS call of `subscribeToTopic`. https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
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
  select: (answer, { topicArn, protocol, endpoint }) => {
    if (answer.SubscriptionArn === undefined) return undefined;
    const subscriptionArn = arnOrNone(answer.SubscriptionArn);
    const made = { ...(subscriptionArn !== undefined && { subscriptionArn }), topicArn, protocol, endpoint };
    return Object.defineProperty(made, 'aws', { value: answer, enumerable: false });
  },
  errors: {
    InvalidParameter: whenMessage(
      /already exists with different/,
      alreadyExists({
        resource: 'subscription',
        member: 'endpoint',
        remedy: 'It has other attributes than the ones given: change them with setSubscriptionAttributes.',
      }),
    ),
  },
}));
