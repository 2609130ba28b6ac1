// Sends orders to a queue and processes them. Processed messages are deleted; failed messages are delivered again, then moved to the dead-letter queue. Creates: two queues, deleted at the end.
import { consumeMessages, createQueue, deleteQueue, getQueueUrl, sendMessages } from '@arch/integration';
import * as z from 'zod/mini';

const queueName = `orders-${Date.now()}`;
const { queueUrl } = await createQueue({ queueName, deadLetterQueue: { maxReceiveCount: 3 } });

try {
  await sendMessages({
    queueUrl,
    messages: [{ json: { orderId: 1 } }, { json: { orderId: 2 } }, { body: 'no order' }],
  });

  await consumeMessages({
    queueUrl,
    schema: z.object({ orderId: z.number() }),
    handler: ({ body }) => console.log('shipped', body.orderId),
    onFailed: (error) => console.log(String(error)),
    waitSeconds: 1,
    // A service omits this member and passes the signal that stops it.
    stopWhenEmpty: true,
  });
} finally {
  await deleteQueue(queueUrl);
  await deleteQueue(await getQueueUrl(`${queueName}-dlq`));
}
