import {
  awsQuery,
  conflict,
  denied,
  invalidRequest,
  notFound,
  quota,
  retryable,
  type Service,
  throttled,
  whenMessage,
} from '@arch/core/builder';
import { SNSClient } from '@aws-sdk/client-sns';

/** SNS. */
export const sns: Service = {
  id: 'SNS',
  client: SNSClient,
  protocol: awsQuery,
  prefix: 'sns',
  arns: { topic: 'arn:aws:sns:*:*:{topicArn}' },
  errors: {
    ConcurrentAccess: conflict(),
    FilterPolicyLimitExceeded: quota(),
    InvalidParameter: whenMessage(/No endpoint found/i, notFound({ resource: 'endpoint', member: 'targetArn' })),
    KMSAccessDenied: denied({
      resource: 'KMS key',
      remedy: "The policy of the topic's KMS key does not allow the caller to use the key.",
    }),
    KMSDisabled: conflict({ resource: 'KMS key', remedy: "The topic's KMS key is disabled." }),
    KMSInvalidState: conflict({
      resource: 'KMS key',
      remedy: "The topic's KMS key is in a state that does not allow this.",
    }),
    KMSNotFound: notFound({ resource: 'KMS key' }),
    KMSThrottling: throttled(),
    NotFound: notFound({ resource: 'topic', member: 'topicArn' }),
    OptedOut: conflict({ remedy: 'The owner of the phone number has opted out of messages.' }),
    StaleTag: retryable(conflict({ remedy: 'A topic with the same name was deleted recently: call again.' })),
    SubscriptionLimitExceeded: quota(),
    TagPolicy: invalidRequest({ remedy: 'The tags do not comply with the tag policy of the organization.' }),
    TopicLimitExceeded: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/sns/latest/api/API_',
};
