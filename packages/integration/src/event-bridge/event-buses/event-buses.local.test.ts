import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { deleteRule, describeRule, listRules, putRule } from '../rules/index.js';
import { putEvent } from '../events/index.js';
import { receiveMessages } from '../../sqs/messages/index.js';
import { createQueue, deleteQueue, describeQueue } from '../../sqs/queues/index.js';
import { putTarget } from '../targets/index.js';
import { createEventBus, deleteEventBus, describeEventBus, listEventBuses } from './index.js';

it('delivers the events of an event bus only to its own rules', async () => {
  const bus = await createEventBus({ name: 'shop-local', description: 'orders' });
  await expect(createEventBus('shop-local')).rejects.toThrow(AlreadyExistsError);
  expect(await describeEventBus(bus)).toMatchObject({ ...bus, description: 'orders' });
  expect((await listEventBuses().toArray()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['default', 'shop-local']),
  );

  const { queueUrl } = await createQueue('of-bus-local');
  const { queueArn } = await describeQueue(queueUrl);
  const eventBusName = bus.name;
  const rule = await putRule({ name: 'of-bus', eventBusName, eventPattern: { source: ['shop.bus'] } });
  expect(rule).toMatchObject({ eventBusName, arn: expect.stringContaining('rule/shop-local/of-bus') as string });
  await putTarget({ rule, arn: queueArn, inputPath: '$.detail' });
  const event = { source: 'shop.bus', detailType: 'OrderPlaced' };
  await putEvent({ ...event, detail: { on: 'default' } });
  await putEvent({ ...event, detail: { on: 'shop' }, eventBusName });
  const received = await receiveMessages({ queueUrl, waitSeconds: 2, stopWhenEmpty: true }).toArray();
  expect(received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ on: 'shop' }]);

  for await (const each of listRules({ eventBusName })) await deleteRule(each);
  await expect(describeRule(rule)).rejects.toThrow(NotFoundError);
  await deleteEventBus(bus);
  await expect(describeEventBus('shop-local')).rejects.toThrow(NotFoundError);
  await deleteQueue(queueUrl);
});
