// Sends orders to a queue and works on them: what is done is deleted, what fails comes back, and in the end goes to the dead-letter queue. Makes: two queues, deleted at the end.
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
    // A service leaves this out, and passes the signal that stops it.
    stopWhenEmpty: true,
  });
} finally {
  await deleteQueue(queueUrl);
  await deleteQueue(await getQueueUrl(`${queueName}-dlq`));
}
