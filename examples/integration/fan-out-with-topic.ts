// Tells many at once: a topic hands each message to two queues, one of which only wants large orders. Makes: one topic and two queues, deleted at the end.
import {
  createQueue,
  createTopic,
  deleteQueue,
  deleteTopic,
  describeQueue,
  publishMessages,
  receiveMessages,
  subscribeToTopic,
} from '@arch/integration';

const name = `orders-${Date.now()}`;
const topic = await createTopic(name);
const [shipping, fraud] = [await createQueue(`${name}-shipping`), await createQueue(`${name}-fraud`)];

try {
  const { topicArn } = topic;
  const raw = { topicArn, rawMessageDelivery: true };
  await subscribeToTopic({ ...raw, endpoint: (await describeQueue(shipping)).queueArn });
  const filterPolicy = { total: [{ numeric: ['>', 100] }] };
  await subscribeToTopic({ ...raw, endpoint: (await describeQueue(fraud)).queueArn, filterPolicy });

  const order = (total: number): object => ({ json: { total }, attributes: { total } });
  await publishMessages({ topicArn, messages: [order(50), order(150)] });
  for (const { queueName, queueUrl } of [shipping, fraud]) {
    for await (const { body } of receiveMessages({ queueUrl, waitSeconds: 2, stopWhenEmpty: true }))
      console.log(queueName, body);
  }
} finally {
  await Promise.allSettled([deleteTopic(topic), deleteQueue(shipping), deleteQueue(fraud)]);
}
