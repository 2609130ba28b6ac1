// Handles up to ten messages per call and returns the failed ones: SQS delivers only these again. Creates: one queue, deleted at the end.
import { consumeMessages, createQueue, deleteQueue, sendMessages } from '@arch/integration';
import * as z from 'zod/mini';

const { queueUrl } = await createQueue({ queueName: `readings-${Date.now()}.fifo`, contentBasedDeduplication: true });

try {
  const reading = (sensor: string, celsius: number): object => ({ json: { sensor, celsius }, groupId: sensor });
  await sendMessages({ queueUrl, messages: [reading('roof', 21), reading('cellar', 999), reading('roof', 22)] });

  await consumeMessages({
    queueUrl,
    schema: z.object({ sensor: z.string(), celsius: z.number() }),
    batchHandler: (messages) => {
      const failed = messages.filter(({ body }) => body.celsius > 100);
      console.log('stored', messages.length - failed.length, 'readings');
      return failed;
    },
    onFailed: (_error, { body }) => console.log('delivered again:', body),
    waitSeconds: 1,
    stopWhenEmpty: true,
  });
} finally {
  await deleteQueue(queueUrl);
}
