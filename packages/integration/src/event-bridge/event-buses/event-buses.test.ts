import { AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError, ServiceError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { createEventBus, type CreateEventBusInput, deleteEventBus, describeEventBus, listEventBuses } from './index.js';

const arn = 'arn:aws:events:us-east-1:123456789012:event-bus/shop';
const queueArn = 'arn:aws:sqs:us-east-1:123456789012:lost';

it('creates an event bus, and returns the name that other functions accept', async () => {
  await using aws = fakeAws({ answers: { CreateEventBus: { EventBusArn: arn } } });
  const more = { kmsKeyIdentifier: 'alias/shop', deadLetterQueueArn: queueArn, tags: { team: 'shop' } };
  const input: CreateEventBusInput = { name: 'shop', description: 'orders', ...more };
  expect(await createEventBus(input, { session: aws.session })).toEqual({ name: 'shop', arn });
  await createEventBus('shop', { session: aws.session });
  expect(aws.requests.map((request) => request.input)).toEqual([
    {
      Name: 'shop',
      Description: 'orders',
      KmsKeyIdentifier: 'alias/shop',
      DeadLetterConfig: { Arn: queueArn },
      Tags: [{ Key: 'team', Value: 'shop' }],
    },
    { Name: 'shop' },
  ]);
});

it('describes an event bus, with its policy as an object', async () => {
  await using aws = fakeAws();
  const policy = { Version: '2012-10-17', Statement: [] };
  const times = { CreationTime: '2026-11-01T00:00:00Z', LastModifiedTime: '2026-11-02T00:00:00Z' };
  const more = { Description: '', Policy: JSON.stringify(policy), DeadLetterConfig: { Arn: queueArn } };
  aws.on('DescribeEventBus', { Name: 'shop', Arn: arn, ...times, ...more });
  expect(await describeEventBus('shop', { session: aws.session })).toEqual({
    name: 'shop',
    arn,
    policy,
    creationTime: new Date('2026-11-01T00:00:00Z'),
    lastModifiedTime: new Date('2026-11-02T00:00:00Z'),
    deadLetterQueueArn: queueArn,
  });
});

it('lists event buses from several pages, which other functions accept as input', async () => {
  await using aws = fakeAws({ answers: { DeleteEventBus: {} } });
  aws.once('ListEventBuses', { EventBuses: [{ Name: 'default', Arn: arn }], NextToken: 'more' });
  aws.once('ListEventBuses', { EventBuses: [{ Name: 'shop', Arn: arn }] });
  const [own, shop] = await listEventBuses({ namePrefix: 's' }, { session: aws.session }).toArray();
  expect(own?.name).toBe('default');
  await deleteEventBus(shop!, { session: aws.session });
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { NamePrefix: 's', Limit: 100 },
    { NamePrefix: 's', Limit: 100, NextToken: 'more' },
    { Name: 'shop' },
  ]);
});

it('translates the errors of event buses', async () => {
  await using aws = fakeAws();
  aws.on('CreateEventBus', awsError('ResourceAlreadyExistsException', 'Event bus shop already exists.'));
  aws.on('DescribeEventBus', awsError('ResourceNotFoundException', 'Event bus shop does not exist.'));
  aws.once('DeleteEventBus', awsError('ValidationException', "Event bus shop can't be deleted since it has rules."));
  aws.once('DeleteEventBus', awsError('ValidationException', 'Something else.'));
  const options = { session: aws.session };
  await expect(createEventBus('shop', options)).rejects.toThrow(AlreadyExistsError);
  await expect(describeEventBus('shop', options)).rejects.toThrow(NotFoundError);
  await expect(describeEventBus('shop', options)).rejects.toThrow(
    'event bus shop does not exist in this account and region',
  );
  await expect(deleteEventBus('shop', options)).rejects.toThrow(ConflictError);
  await expect(deleteEventBus('shop', options)).rejects.toThrow(ServiceError);
});

it('rejects invalid names, and the deletion of the default event bus, before anything is sent', async () => {
  await using aws = fakeAws();
  const options = { session: aws.session };
  for (const name of ['default', 'my bus', 'a/b', 'x'.repeat(257)])
    await expect(createEventBus(name, options)).rejects.toThrow(InvalidInputError);
  await expect(deleteEventBus('default', options)).rejects.toThrow('default cannot be deleted');
  expect(aws.requests).toEqual([]);
});
