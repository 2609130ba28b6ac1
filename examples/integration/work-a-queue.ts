// Sends orders to a queue and works on them: what is done is deleted, what fails comes back, and in the end goes to the dead-letter queue. Makes: two queues, deleted at the end.
import { createQueue, deleteQueue, getQueueUrl, receiveMessages, sendMessages } from '@arch/integration';
import * as z from 'zod/mini';

const queueName = `orders-${Date.now()}`;
const { queueUrl } = await createQueue({ queueName, deadLetterQueue: { maxReceiveCount: 3 } });

try {
  await sendMessages({
    queueUrl,
    messages: [{ json: { orderId: 1 } }, { json: { orderId: 2 } }, { body: 'no order' }],
  });

  const schema = z.object({ orderId: z.number() });
  const onInvalid = (error: Error): void => console.log(error.message);
  for await (const { body } of receiveMessages({ queueUrl, schema, onInvalid, waitSeconds: 1, stopWhenEmpty: true })) {
    console.log('shipped', body.orderId);
  }
} finally {
  await deleteQueue(queueUrl);
  await deleteQueue(await getQueueUrl(`${queueName}-dlq`));
}
