import { conflict, notFound, quota, type Service, throttled } from '@arch/core/builder';
import { SNSClient } from '@aws-sdk/client-sns';

/** SNS, as the operations of this package call it. */
export const sns: Service = {
  id: 'SNS',
  client: SNSClient,
  prefix: 'sns',
  arns: { topic: 'arn:aws:sns:*:*:*' },
  errors: {
    ConcurrentAccess: conflict(),
    FilterPolicyLimitExceeded: quota(),
    KMSThrottling: throttled(),
    NotFound: notFound('topic', 'topicArn'),
    SubscriptionLimitExceeded: quota(),
    TopicLimitExceeded: quota(),
  },
  documentation: 'https://docs.aws.amazon.com/sns/latest/api/API_',
};
