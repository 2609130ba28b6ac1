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

it("writes one list of destinations as S3's three", async () => {
  await using aws = fakeAws({ answers: { PutBucketNotificationConfiguration: {} } });
  const input = { bucket: 'uploads', eventBridge: true, destinations };
  await putBucketNotificationConfiguration(input, { session: aws.session });
  expect(aws.requests[0]?.input).toEqual({ Bucket: 'uploads', NotificationConfiguration: configuration });
});

it('turns notifications off where nothing is said', async () => {
  await using aws = fakeAws({ answers: { PutBucketNotificationConfiguration: {} } });
  await putBucketNotificationConfiguration({ bucket: 'uploads' }, { session: aws.session });
  expect(aws.requests[0]?.body).not.toMatch(/EventBridge|Queue|Topic|CloudFunction/);
});

it("reads S3's three lists as one, whichever way S3 writes its filters", async () => {
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

it('says what a destination lacks that S3 may not use', async () => {
  await using aws = fakeAws();
  const said = 'Unable to validate the following destination configurations';
  aws.on('PutBucketNotificationConfiguration', awsError('InvalidArgument', said));
  const call = putBucketNotificationConfiguration({ bucket: 'uploads', destinations }, { session: aws.session });
  await expect(call).rejects.toThrow(ServiceError);
  await expect(call).rejects.toThrow('has to be there, and to let s3.amazonaws.com use it by its own policy.');
});

it('calls an unknown bucket not found', async () => {
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
  ['an event of no form', { events: ['ObjectCreated'] }, /such as s3:ObjectCreated:\*/],
  ['a long prefix', { prefix: 'x'.repeat(1_025) }, /at most 1024/],
])('refuses %s before anything is sent', async (_what, more, message) => {
  await using aws = fakeAws();
  const one = { arn: arnOf('sqs', 'uploads'), events, ...more };
  const call = putBucketNotificationConfiguration({ bucket: 'uploads', destinations: [one] }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
