// Service-oriented: two services with a queue between them, and a dead-letter queue for orders that the second cannot process. Creates: two queues, deleted at the end.
import { consumeMessages, createQueue, deleteQueue, getQueueUrl, sendMessage } from '@arch/integration';
import * as z from 'zod/mini';

const queueName = `orders-${Date.now()}`;
const { queueUrl } = await createQueue({
  queueName,
  deadLetterQueue: { maxReceiveCount: 2 },
});
const { queueUrl: deadLetters } = await getQueueUrl(`${queueName}-dlq`);
const order = z.object({ orderId: z.number(), pieces: z.number() });
const quick = { waitSeconds: 1, stopWhenEmpty: true };

/** Accepts orders and sends them to the queue. */
const shop = async (): Promise<void> => {
  for (const [orderId, pieces] of [
    [1, 3],
    [2, -1],
    [3, 5],
  ])
    await sendMessage({ queueUrl, json: { orderId, pieces } });
};

/** Ships the orders in the queue. An order that it cannot ship is delivered twice, then moved to the dead-letter queue. */
const warehouse = (): Promise<void> =>
  consumeMessages({
    queueUrl,
    schema: order,
    handler: ({ body, messageId }) => {
      if (body.pieces < 0) throw new Error(`order ${body.orderId} (${messageId}) has no pieces`);
      console.log('shipped', body.orderId);
    },
    retryAfterSeconds: 0,
    onFailed: (error) => console.log(String(error)),
    ...quick,
  });

try {
  await shop();
  await warehouse();
  const handler = ({ body }: { body: object }): void => console.log('to be checked:', body);
  await consumeMessages({ queueUrl: deadLetters, schema: order, handler, ...quick });
} finally {
  await deleteQueue(queueUrl);
  await deleteQueue(deadLetters);
}
