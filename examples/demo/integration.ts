import {
  consumeMessages,
  createQueue,
  createTopic,
  deleteQueue,
  deleteRule,
  deleteTopic,
  describeQueue,
  parseSqsEvent,
  publishMessage,
  putEvent,
  putRule,
  putTarget,
  sendMessages,
  subscribeToTopic,
} from '@arch/integration';
import * as z from 'zod/mini';

import type { DemoLayer } from './demo-layer.ts';
import { bad, note } from './screen.ts';

export const integration: DemoLayer = {
  name: 'integration',
  heading: 'Integration: queues, topics and events',
  simulated: undefined,
  show: async ({ step, rejected }) => {
    const { queueUrl } = await step(
      () => createQueue({ queueName: 'orders', deadLetterQueue: { maxReceiveCount: 3 } }),
      ({ queueName, deadLetterQueue }) => [{ queueName, deadLetterQueue: deadLetterQueue?.queueArn }],
    );
    const { queueArn } = await describeQueue(queueUrl);
    const topic = await createTopic('orders');
    note('This also allows the topic to send to the queue.');
    await step(() => subscribeToTopic({ topicArn: topic.topicArn, endpoint: queueArn, rawMessageDelivery: true }));
    const rule = await putRule({ name: 'large-orders', eventPattern: { detail: { pieces: [{ numeric: ['>', 9] }] } } });
    await step(() => putTarget({ rule, arn: queueArn, inputPath: '$.detail' }));

    const messages = Array.from({ length: 25 }, (_, n) => ({ json: { orderId: n, pieces: 1 + (n % 4) } }));
    await step(() => sendMessages({ queueUrl, messages }));
    await step(() => publishMessage({ topicArn: topic.topicArn, json: { orderId: 25, pieces: 2 } }));
    note('Concurrent calls become one request. The rule matches only the larger order.');
    const order = { source: 'shop', detailType: 'OrderPlaced' };
    await step(() => Promise.all([5, 10].map((pieces) => putEvent({ ...order, detail: { orderId: 26, pieces } }))));
    await sendMessages({ queueUrl, messages: [{ body: 'no order' }] });
    note(
      'Your schema checks each message. It is deleted when your handler has resolved; a failed one returns to the queue, and at last to the dead-letter queue.',
    );
    const schema = z.object({ orderId: z.number(), pieces: z.number() });
    const received: number[] = [];
    const handler = ({ body }: { body: { pieces: number } }): void => void received.push(body.pieces);
    const onFailed = (error: unknown): void => bad(String(error));
    await step(
      () => consumeMessages({ queueUrl, schema, handler, onFailed, waitSeconds: 1, stopWhenEmpty: true }),
      () => [{ received: received.length, pieces: received.reduce((sum, pieces) => sum + pieces, 0) }],
    );
    note('An event of another kind is rejected with the difference.');
    await rejected(async () => parseSqsEvent({ Records: [{ eventSource: 'aws:s3' }] }));
    await step(() => Promise.all([deleteRule(rule), deleteTopic(topic), deleteQueue(queueUrl)]));
  },
};
