// Processes a queue until the process receives SIGTERM: running handlers finish, and messages that have no handler yet return to the queue. Creates: one queue, deleted at the end.
import { setTimeout as pause } from 'node:timers/promises';

import { consumeMessages, createQueue, deleteQueue, sendMessages } from '@arch/integration';

const { queueUrl } = await createQueue(`thumbnails-${Date.now()}`);
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());

try {
  await sendMessages({ queueUrl, messages: Array.from({ length: 20 }, (_, n) => ({ body: `picture-${n}` })) });

  let done = 0;
  const handler = async ({ body }: { body: string }): Promise<void> => {
    await pause(100);
    console.log('made a thumbnail of', body);
    // Only in this example. A service is stopped by SIGTERM.
    if (++done === 10) stop.abort();
  };
  await consumeMessages(
    {
      queueUrl,
      handler,
      concurrency: 5,
      handlerTimeoutMs: 30_000,
      retryAfterSeconds: (count) => 2 ** count,
      waitSeconds: 5,
    },
    { signal: stop.signal, onEvent: (event) => event.type === 'warning' && console.warn(event.message) },
  );
  console.log('stopped after all running handlers have finished');
} finally {
  await deleteQueue(queueUrl);
}
