// Publishes each message to two queues with a topic. One of the queues receives only large orders. Creates: one topic and two queues, deleted at the end.
import {
  consumeMessages,
  createQueue,
  createTopic,
  deleteQueue,
  deleteTopic,
  describeQueue,
  publishMessages,
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
    const handler = ({ body }: { body: string }): void => console.log(queueName, body);
    await consumeMessages({ queueUrl, handler, waitSeconds: 2, stopWhenEmpty: true });
  }
} finally {
  await Promise.allSettled([deleteTopic(topic), deleteQueue(shipping), deleteQueue(fraud)]);
}
