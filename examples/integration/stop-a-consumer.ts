// Works on a queue until the process is told to stop: running handlers finish, and what was not begun goes back. Makes: one queue, deleted at the end.
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
    // For this example; a service is stopped from outside.
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
  console.log('stopped in good order');
} finally {
  await deleteQueue(queueUrl);
}
