// Service-oriented: two services with a queue between them, and a dead-letter queue for what the second cannot do. Makes: two queues, deleted at the end.
import { createQueue, deleteQueue, getQueueUrl, receiveMessages, sendMessage } from '@arch/integration';
import * as z from 'zod/mini';

const queueName = `orders-${Date.now()}`;
const { queueUrl } = await createQueue({
  queueName,
  visibilityTimeoutSeconds: 1,
  deadLetterQueue: { maxReceiveCount: 2 },
});
const { queueUrl: deadLetters } = await getQueueUrl(`${queueName}-dlq`);
const order = z.object({ orderId: z.number(), pieces: z.number() });
const quick = { waitSeconds: 1, stopWhenEmpty: true };

/** Takes orders, and knows nothing of who ships them. */
const shop = async (): Promise<void> => {
  for (const [orderId, pieces] of [
    [1, 3],
    [2, -1],
    [3, 5],
  ])
    await sendMessage({ queueUrl, json: { orderId, pieces } });
};

/** Ships orders, and knows nothing of who takes them. An order that it cannot ship comes back. */
const warehouse = async (): Promise<void> => {
  for await (const { body, messageId } of receiveMessages({ queueUrl, schema: order, maxMessages: 1, ...quick })) {
    if (body.pieces < 0) throw new Error(`order ${body.orderId} (${messageId}) has no pieces`);
    console.log('shipped', body.orderId);
  }
};

try {
  await shop();
  // A service that fails is started again: after two tries the order is out of its way.
  for (let start = 1; start <= 4; start++) await warehouse().catch((error: Error) => console.log(error.message));
  for await (const { body } of receiveMessages({ queueUrl: deadLetters, schema: order, ...quick })) {
    console.log('for a human:', body);
  }
} finally {
  await deleteQueue(queueUrl);
  await deleteQueue(deadLetters);
}
