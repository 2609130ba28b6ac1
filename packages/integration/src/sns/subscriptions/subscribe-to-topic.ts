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
  readonly topicArn: string;
  /** ARN of a queue, function, Firehose stream or mobile app, a URL, an e-mail address, or a telephone number such as `+15550100`. */
  readonly endpoint: string;
  /** Default: what the endpoint looks like. For e-mails in JSON, `email-json`. */
  readonly protocol?: Open<KnownProtocol> | undefined;
  /** Adds to the policies of the queue or function, and of the dead-letter queue, what lets the topic use them. Default `true`. */
  readonly addPermission?: boolean | undefined;
}

/**
 * Subscribes a queue, a function or another endpoint to a topic, and lets SNS use it: by a statement in the policy of the queue or function,
 * for this topic only, which stays when the subscription goes. A queue's policy takes up to a minute to work. One that is subscribed already
 * in the same way is returned. SNS cannot send to a queue that is encrypted with `alias/aws/sqs`, from a FIFO topic to nothing but queues, and
 * from another one not to FIFO queues.
 *
 * A queue or function of the account gets messages at once. To e-mail addresses and URLs SNS sends a request to confirm; `describeSubscription`
 * says whether somebody has, and what nobody has confirmed is gone after some days.
 *
 * @example
 * await subscribeToTopic({ topicArn, endpoint: queueArn, rawMessageDelivery: true, filterPolicy: { kind: ['order'] } });
 * @throws {NotFoundError} there is no such topic, queue or function.
 * @throws {AlreadyExistsError} the endpoint is subscribed in another way.
 * @throws {QuotaExceededError} the topic has as many subscriptions or filters as it may have, or a policy is as long as it may be.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
export const subscribeToTopic: Operation<
  SubscribeToTopicInput,
  NewSubscription,
  { on: 'functionName' | 'queueName' | 'queueUrl' | 'topicArn' }
> = task(() => ({
  name: 'subscribeToTopic',
  input: input<SubscribeToTopicInput>({
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
      error: 'a standard queue if the topic is not FIFO',
    }),
    z.refine(({ rawMessageDelivery, endpoint }) => !rawMessageDelivery || canBeRaw(endpoint), {
      path: ['rawMessageDelivery'],
      error: 'requires an endpoint that is a queue, a URL or a Firehose stream',
    }),
    z.refine(
      ({ endpoint, subscriptionRoleArn }) =>
        (protocolOf(endpoint) === 'firehose') === (subscriptionRoleArn !== undefined),
      { path: ['subscriptionRoleArn'], error: 'the ARN of a role for a Firehose stream, and omitted otherwise' },
    ),
    z.refine(({ filterPolicy, filterPolicyScope }) => filterPolicyScope === undefined || filterPolicy !== undefined, {
      path: ['filterPolicy'],
      error: 'a pattern to which filterPolicyScope applies',
    }),
  ),
  uses: [requestSubscription, ...functionAndQueueUses()],
  timeoutMs: 120_000,
  run: (
    { topicArn, endpoint, protocol = protocolOf(endpoint) ?? '', addPermission = true, aws, ...settings },
    options,
    steps,
  ) => {
    checkAwsMembers('subscribeToTopic', SubscribeCommand, aws);
    const attributes = toSubscriptionAttributes('subscribeToTopic', settings);
    const byPolicy = protocol === 'sqs' || protocol === 'lambda' ? [endpoint] : [];
    const used = [...byPolicy, ...(settings.deadLetterQueueArn ? [settings.deadLetterQueueArn] : [])];
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

const canBeRaw = (endpoint: string): boolean =>
  ['sqs', 'http', 'https', 'firehose'].includes(protocolOf(endpoint) ?? '');
