// Routes events: a rule matches events from one source with a large total and sends their detail to a queue. Creates: one rule and one queue, deleted at the end.
import {
  createQueue,
  deleteMessage,
  deleteQueue,
  deleteRule,
  describeQueue,
  putEvent,
  putRule,
  putTarget,
  receiveMessages,
} from '@arch/integration';
import * as z from 'zod/mini';

const name = `orders-${Date.now()}`;
const { queueUrl } = await createQueue(name);
const eventPattern = { source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } };
const rule = await putRule({ name, eventPattern });

try {
  await putTarget({ rule, arn: (await describeQueue(queueUrl)).queueArn, inputPath: '$.detail' });
  // Concurrent calls are joined into one request.
  const order = { source: 'shop.orders', detailType: 'OrderPlaced' };
  await Promise.all([50, 150].map((total) => putEvent({ ...order, detail: { total } })));

  const schema = z.object({ total: z.number() });
  for await (const message of receiveMessages({ queueUrl, schema, waitSeconds: 2, stopWhenEmpty: true })) {
    console.log('a large order:', message.body.total);
    await deleteMessage(message);
  }
} finally {
  await deleteRule(rule);
  await deleteQueue(queueUrl);
}
