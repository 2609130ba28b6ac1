import { conflict, denied, notFound, quota, type Service, throttled } from '@arch/core/builder';
import { SNSClient } from '@aws-sdk/client-sns';

/** SNS. */
export const sns: Service = {
  id: 'SNS',
  client: SNSClient,
  prefix: 'sns',
  arns: { topic: 'arn:aws:sns:*:*:{topicArn}' },
  errors: {
    ConcurrentAccess: conflict(),
    FilterPolicyLimitExceeded: quota(),
    KMSAccessDenied: denied({
      resource: 'KMS key',
      remedy: "The policy of the topic's KMS key does not let the caller use it.",
    }),
    KMSDisabled: conflict({ resource: 'KMS key', remedy: "The topic's KMS key is disabled." }),
    KMSInvalidState: conflict({ resource: 'KMS key', remedy: "The topic's KMS key cannot be used as it is." }),
    KMSNotFound: notFound({ resource: 'KMS key' }),
    KMSThrottling: throttled(),
    NotFound: notFound({ resource: 'topic', member: 'topicArn' }),
    SubscriptionLimitExceeded: quota(),
    TopicLimitExceeded: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/sns/latest/api/API_',
};
