// Event-driven: an upload causes an event, the event invokes a function, the function publishes to a topic, and the topic sends to a queue. Creates: a bucket, a rule, a function, a topic and two queues, deleted at the end.
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import {
  createQueue,
  createTopic,
  deleteMessage,
  deleteQueue,
  deleteRule,
  deleteTopic,
  describeQueue,
  putRule,
  putTarget,
  receiveMessages,
  subscribeToTopic,
} from '@arch/integration';
import { createFunction, deleteFunction } from '@arch/ml';
import { createBucket, deleteBucket, putBucketNotificationConfiguration, putObject } from '@arch/storage';
import * as z from 'zod/mini';

// On AWS, FUNCTION_ROLE is a role for Lambda with permissions to write logs, read the bucket and publish to the topic.
const { FUNCTION_ROLE: role = 'arn:aws:iam::123456789012:role/function', AWS_ENDPOINT_URL: local } = process.env;
const name = `uploads-${Date.now()}`;

/** Deletes the created resources, the last one first. */
const undo: (() => Promise<unknown>)[] = [];
const deleteLater = (remove: () => Promise<unknown>): unknown => undo.unshift(remove);

/** Creates a queue and returns its URL and its ARN. */
const queueWithArn = async (queueName: string): Promise<{ readonly queueUrl: string; readonly queueArn: string }> => {
  const { queueUrl } = await createQueue(queueName);
  deleteLater(() => deleteQueue(queueUrl));
  return { queueUrl, queueArn: (await describeQueue(queueUrl)).queueArn };
};

try {
  // Receivers are created before senders, so that no message is lost.
  const [longTexts, undelivered] = [await queueWithArn(`${name}-long`), await queueWithArn(`${name}-undelivered`)];
  const { topicArn } = await createTopic(name);
  deleteLater(() => deleteTopic(topicArn));
  const filter = { filterPolicy: { length: ['long'] }, rawMessageDelivery: true };
  await subscribeToTopic({ topicArn, endpoint: longTexts.queueArn, ...filter });

  const code = { file: fileURLToPath(new URL('../functions/announce-upload.ts', import.meta.url)) };
  const settings = { functionName: name, role, code, environment: { TOPIC_ARN: topicArn }, timeoutSeconds: 10 };
  const { functionArn } = await createFunction(settings, { wait: true });
  deleteLater(() => deleteFunction(name));

  const { bucket } = await createBucket(name);
  deleteLater(() => deleteBucket({ bucket, empty: true }));
  await putBucketNotificationConfiguration({ bucket, eventBridge: true });
  const detail = { bucket: { name: [bucket] }, object: { key: [{ suffix: '.txt' }] } };
  const rule = await putRule({ name, eventPattern: { source: ['aws.s3'], 'detail-type': ['Object Created'], detail } });
  deleteLater(() => deleteRule(rule));
  await putTarget({ rule, arn: functionArn, deadLetterQueueArn: undelivered.queueArn });

  // S3 begins to send events to EventBridge about five minutes after this configuration.
  if (!local) await pause(300_000);
  for (const [key, body] of Object.entries({ 'a.txt': 'one two three four', 'b.txt': 'one', 'c.md': 'no text at all' }))
    await putObject({ bucket, key, body });

  const schema = z.object({ key: z.string(), words: z.number() });
  const { queueUrl } = longTexts;
  for await (const message of receiveMessages({ queueUrl, schema, waitSeconds: 10, stopWhenEmpty: true })) {
    console.log(`${message.body.key} has ${message.body.words} words`);
    await deleteMessage(message);
  }
} finally {
  for (const remove of undo) await remove().catch((error: unknown) => console.error('not deleted:', String(error)));
}
