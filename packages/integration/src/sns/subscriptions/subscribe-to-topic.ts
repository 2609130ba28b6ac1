import { type AwsInput, checkAwsMembers, input, type Operation, task, text, z, type Open } from '@arch/core/builder';
import { topicArn } from '@arch/services/sns';
import { SubscribeCommand } from '@aws-sdk/client-sns';

import { functionAndQueueUses, withPermits } from '../../resource-policies/permit.js';
import type { Grant } from '../../resource-policies/policy.js';
import { fitsProtocol, type KnownProtocol, protocolOf } from './protocol-of.js';
import { type NewSubscription, requestSubscription } from './request-subscription.js';
import {
  type SubscriptionSettings,
  subscriptionSettingsFields,
  toSubscriptionAttributes,
} from './subscription-settings.js';
import { subscriptionProtocols } from './subscription.js';

export interface SubscribeToTopicInput extends SubscriptionSettings, AwsInput {
  /** ARN of the topic. */
  readonly topicArn: string;
  /** ARN of a queue, function, Firehose stream or mobile app, a URL, an e-mail address, or a telephone number such as `+15550100`. */
  readonly endpoint: string;
  /** Protocol. Default: derived from the form of the endpoint. `email-json` sends e-mails as JSON. */
  readonly protocol?: Open<KnownProtocol> | undefined;
  /**
   * Whether the policies of the queue or function, and of the dead-letter queue, get a statement that allows the topic to use them. Default:
   * `true`.
   */
  readonly addPermission?: boolean | undefined;
}

/** The schema of the input: the endpoint fits the protocol and the topic. */
const subscription = () =>
  input<SubscribeToTopicInput>({
    topicArn: topicArn(),
    endpoint: text(1, 2_048),
    protocol: z.optional(z.enum(subscriptionProtocols)),
    addPermission: z.optional(z.boolean()),
    ...subscriptionSettingsFields(),
  }).check(
    z.refine(({ endpoint, protocol = protocolOf(endpoint) }) => !!protocol && fitsProtocol(endpoint, protocol), {
      path: ['endpoint'],
      error: 'an ARN, URL, e-mail address or telephone number that fits the protocol',
    }),
    z.refine(({ topicArn, endpoint }) => !isFifo(topicArn) || protocolOf(endpoint) === 'sqs', {
      path: ['endpoint'],
      error: 'the ARN of a queue if the topic is FIFO',
    }),
    z.refine(({ topicArn, endpoint }) => isFifo(topicArn) || protocolOf(endpoint) !== 'sqs' || !isFifo(endpoint), {
      path: ['endpoint'],
      error: 'the ARN of a standard queue if the topic is not FIFO',
    }),
    z.refine(({ rawMessageDelivery, endpoint }) => !rawMessageDelivery || supportsRawDelivery(endpoint), {
      path: ['rawMessageDelivery'],
      error: 'requires an endpoint that is a queue, a URL or a Firehose stream',
    }),
    z.refine(
      ({ endpoint, subscriptionRoleArn }) =>
        (protocolOf(endpoint) === 'firehose') === (subscriptionRoleArn !== undefined),
      {
        path: ['subscriptionRoleArn'],
        error: 'the ARN of a role if the endpoint is a Firehose stream, and omitted otherwise',
      },
    ),
    z.refine(({ filterPolicy, filterPolicyScope }) => filterPolicyScope === undefined || filterPolicy !== undefined, {
      path: ['filterPolicy'],
      error: 'a pattern, because filterPolicyScope is set',
    }),
  );

/**
 * Subscribes a queue, a function or another endpoint to a topic. To allow SNS to use a queue or function, adds a statement for this topic to
 * its policy. The statement remains after the subscription is deleted. A change of a queue's policy takes up to a minute. If the endpoint is
 * already subscribed with the same attributes, that subscription is returned. SNS cannot send to a queue that is encrypted with
 * `alias/aws/sqs`. A FIFO topic can send only to queues, a standard topic cannot send to FIFO queues.
 *
 * A queue or function of the account receives messages immediately. SNS sends a confirmation request to an e-mail address or a URL.
 * `describeSubscription` returns whether it is confirmed. After some days, SNS deletes a subscription that is not confirmed.
 *
 * @example
 * await subscribeToTopic({ topicArn, endpoint: queueArn, rawMessageDelivery: true, filterPolicy: { kind: ['order'] } });
 * @throws {NotFoundError} there is no such topic, queue or function.
 * @throws {AlreadyExistsError} the endpoint is already subscribed with other attributes.
 * @throws {QuotaExceededError} the topic has reached its quota of subscriptions or filter policies, or a policy has reached its maximum
 * length.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
export const subscribeToTopic: Operation<
  SubscribeToTopicInput,
  NewSubscription,
  { on: 'functionName' | 'queueName' | 'queueUrl' | 'topicArn' }
> = task(() => ({
  name: 'subscribeToTopic',
  input: subscription(),
  uses: [requestSubscription, ...functionAndQueueUses()],
  timeoutMs: 120_000,
  run: (
    { topicArn, endpoint, protocol = protocolOf(endpoint) ?? '', addPermission = true, aws, ...settings },
    options,
    steps,
  ) => {
    checkAwsMembers('subscribeToTopic', SubscribeCommand, aws);
    const attributes = toSubscriptionAttributes('subscribeToTopic', settings);
    const permittedByPolicy = protocol === 'sqs' || protocol === 'lambda' ? [endpoint] : [];
    const used = [...permittedByPolicy, ...(settings.deadLetterQueueArn ? [settings.deadLetterQueueArn] : [])];
    const grants = used.map((resourceArn): Grant => ({
      resourceArn,
      service: 'sns.amazonaws.com',
      sourceArn: topicArn,
    }));
    return withPermits(
      addPermission ? grants : [],
      () => requestSubscription({ topicArn, protocol, endpoint, attributes, aws }, options),
      { ...steps, options },
    );
  },
}));

const isFifo = (arn: string): boolean => arn.endsWith('.fifo');

const supportsRawDelivery = (endpoint: string): boolean =>
  ['sqs', 'http', 'https', 'firehose'].includes(protocolOf(endpoint) ?? '');
