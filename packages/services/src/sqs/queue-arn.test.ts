import { expect, it } from 'vitest';

import { queueArn } from './queue-arn.js';

it.each([
  ['https://sqs.eu-west-1.amazonaws.com/123456789012/orders', 'arn:aws:sqs:eu-west-1:123456789012:orders'],
  ['https://sqs.cn-north-1.amazonaws.com.cn/123456789012/orders', 'arn:aws-cn:sqs:cn-north-1:123456789012:orders'],
  [
    'https://sqs-fips.us-gov-west-1.amazonaws.com/123456789012/a.fifo',
    'arn:aws-us-gov:sqs:us-gov-west-1:123456789012:a.fifo',
  ],
  ['https://queue.amazonaws.com/123456789012/orders', 'arn:aws:sqs:*:123456789012:orders'],
  ['http://127.0.0.1:4566/000000000000/orders-*', 'arn:aws:sqs:*:000000000000:orders-*'],
  ['orders', undefined],
  ['https://sqs.eu-west-1.amazonaws.com/orders', undefined],
])('converts %s to an ARN', (queueUrl, arn) => {
  expect(queueArn(queueUrl)).toBe(arn);
});
