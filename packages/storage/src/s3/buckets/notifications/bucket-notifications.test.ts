import { InvalidInputError, NotFoundError, ServiceError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  getBucketNotificationConfiguration,
  type NotificationDestination,
  putBucketNotificationConfiguration,
} from './index.js';

const arnOf = (service: string, name: string): string => `arn:aws:${service}:us-east-1:123456789012:${name}`;
const events = ['s3:ObjectCreated:*'];
const destinations: readonly NotificationDestination[] = [
  { arn: arnOf('lambda', 'function:resize'), events, prefix: 'in/', suffix: '.jpg', id: 'resize' },
  { arn: arnOf('sqs', 'uploads'), events: ['s3:ObjectRemoved:Delete', 's3:ReducedRedundancyLostObject'] },
  { arn: arnOf('sns', 'uploads'), events },
];
const rules = [
  { Name: 'prefix', Value: 'in/' },
  { Name: 'suffix', Value: '.jpg' },
];
const configuration = {
  LambdaFunctionConfigurations: [
    {
      Id: 'resize',
      LambdaFunctionArn: arnOf('lambda', 'function:resize'),
      Events: events,
      Filter: { Key: { FilterRules: rules } },
    },
  ],
  QueueConfigurations: [{ QueueArn: arnOf('sqs', 'uploads'), Events: destinations[1]?.events }],
  TopicConfigurations: [{ TopicArn: arnOf('sns', 'uploads'), Events: events }],
  EventBridgeConfiguration: {},
};

it("splits the list of destinations into S3's three lists", async () => {
  await using aws = fakeAws({ answers: { PutBucketNotificationConfiguration: {} } });
  const input = { bucket: 'uploads', eventBridge: true, destinations };
  await putBucketNotificationConfiguration(input, { session: aws.session });
  expect(aws.requests[0]?.input).toEqual({ Bucket: 'uploads', NotificationConfiguration: configuration });
});

it('turns notifications off if eventBridge and destinations are omitted', async () => {
  await using aws = fakeAws({ answers: { PutBucketNotificationConfiguration: {} } });
  await putBucketNotificationConfiguration({ bucket: 'uploads' }, { session: aws.session });
  expect(aws.requests[0]?.body).not.toMatch(/EventBridge|Queue|Topic|CloudFunction/);
});

it("joins S3's three lists into one, and accepts both spellings of filter names", async () => {
  await using aws = fakeAws();
  aws.once('GetBucketNotificationConfiguration', configuration);
  const found = await getBucketNotificationConfiguration('uploads', { session: aws.session });
  expect(found).toEqual({ eventBridge: true, destinations });
  const Filter = { Key: { FilterRules: [{ Name: 'Prefix', Value: 'in/' }] } };
  aws.once('GetBucketNotificationConfiguration', {
    QueueConfigurations: [{ QueueArn: arnOf('sqs', 'uploads'), Events: events, Filter }],
  });
  expect(await getBucketNotificationConfiguration('uploads', { session: aws.session })).toEqual({
    eventBridge: false,
    destinations: [{ arn: arnOf('sqs', 'uploads'), events, prefix: 'in/' }],
  });
});

it('names the remedy for a destination that S3 cannot use', async () => {
  await using aws = fakeAws();
  const message = 'Unable to validate the following destination configurations';
  aws.on('PutBucketNotificationConfiguration', awsError('InvalidArgument', message));
  const call = putBucketNotificationConfiguration({ bucket: 'uploads', destinations }, { session: aws.session });
  await expect(call).rejects.toThrow(ServiceError);
  await expect(call).rejects.toThrow(
    'Each function, queue and topic must exist, and its resource policy must allow s3.amazonaws.com to use it.',
  );
});

it('throws NotFoundError for an unknown bucket', async () => {
  await using aws = fakeAws();
  const missing = awsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 });
  aws.on('GetBucketNotificationConfiguration', missing);
  const call = getBucketNotificationConfiguration('uploads', { session: aws.session });
  await expect(call).rejects.toThrow(NotFoundError);
  await expect(call).rejects.toThrow('bucket uploads does not exist in this account and region');
});

it.each<[string, Partial<NotificationDestination>, RegExp]>([
  ['a destination of another service', { arn: arnOf('states', 'stateMachine:a') }, /a function, queue or topic/],
  ['no event', { events: [] }, /events/],
  ['an invalid event type', { events: ['ObjectCreated'] }, /such as s3:ObjectCreated:\*/],
  ['a prefix that is too long', { prefix: 'x'.repeat(1_025) }, /at most 1024/],
])('rejects %s before anything is sent', async (_case, more, message) => {
  await using aws = fakeAws();
  const one = { arn: arnOf('sqs', 'uploads'), events, ...more };
  const call = putBucketNotificationConfiguration({ bucket: 'uploads', destinations: [one] }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
