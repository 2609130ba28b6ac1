import { createQueue, deleteQueue, parseSqsEvent, receiveMessages, sendMessage, sendMessages } from '@arch/integration';
import * as z from 'zod/mini';

import type { DemoLayer } from './demo-layer.ts';
import { note } from './screen.ts';

export const integration: DemoLayer = {
  name: 'integration',
  heading: 'Integration: queues, topics, events, HTTP APIs',
  pretended: 'nothing of what is shown',
  show: async ({ step, refused }) => {
    const { queueUrl } = await step(
      () => createQueue({ queueName: 'orders', deadLetterQueue: { maxReceiveCount: 3 } }),
      ({ queueUrl: url, deadLetterQueue }) => [{ url, deadLetterQueue: deadLetterQueue?.queueUrl }],
    );
    const orders = Array.from({ length: 25 }, (_, n) => ({ json: { orderId: n, pieces: 1 + (n % 4) } }));
    await step(() => sendMessages({ queueUrl, messages: orders }));
    await step(() => sendMessage({ queueUrl, body: 'no order' }));
    note(
      'Received, read by your schema, deleted when your loop goes on; what does not fit comes back, and ends in the dead-letter queue.',
    );
    const schema = z.object({ orderId: z.number(), pieces: z.number() });
    const onInvalid = (error: Error): void => console.log(`  ${error.message}`);
    await step(
      () => receiveMessages({ queueUrl, schema, onInvalid, waitSeconds: 1, stopWhenEmpty: true }).toArray(),
      (received) => received.slice(0, 2).map(({ body, messageId }) => ({ messageId, ...body })),
    );
    note('An event of another kind says how it differs.');
    await refused(async () => parseSqsEvent({ Records: [{ eventSource: 'aws:s3' }] }));
    await step(() => deleteQueue(queueUrl));
  },
};
