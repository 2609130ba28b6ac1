// Event-driven: an upload becomes an event, the event calls a function, the function tells a topic, the topic a queue. None knows the next. Makes: a bucket, a rule, a function, a topic and two queues, taken down at the end.
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

// On AWS: a role that Lambda may assume, and that may write logs, read the bucket and publish to the topic.
const { FUNCTION_ROLE: role = 'arn:aws:iam::123456789012:role/function', AWS_ENDPOINT_URL: local } = process.env;
const name = `uploads-${Date.now()}`;

/** What takes down what was made, the last first; what cannot be taken down is named. */
const undo: (() => Promise<unknown>)[] = [];
const made = <Thing>(thing: Thing, takeDown: () => Promise<unknown>): Thing => (undo.unshift(takeDown), thing);

/** A queue with its ARN, by which others know it. */
const queue = async (queueName: string): Promise<{ readonly queueUrl: string; readonly queueArn: string }> => {
  const { queueUrl } = await createQueue(queueName);
  made(queueUrl, () => deleteQueue(queueUrl));
  return { queueUrl, queueArn: (await describeQueue(queueUrl)).queueArn };
};

try {
  // From the end to the beginning: who hears is there before anybody speaks.
  const [longTexts, undelivered] = [await queue(`${name}-long`), await queue(`${name}-undelivered`)];
  const { topicArn } = await createTopic(name);
  made(topicArn, () => deleteTopic(topicArn));
  const filter = { filterPolicy: { length: ['long'] }, rawMessageDelivery: true };
  await subscribeToTopic({ topicArn, endpoint: longTexts.queueArn, ...filter });

  const code = { file: fileURLToPath(new URL('../functions/announce-upload.ts', import.meta.url)) };
  const settings = { functionName: name, role, code, environment: { TOPIC_ARN: topicArn }, timeoutSeconds: 10 };
  const { functionArn } = await createFunction(settings, { wait: true });
  made(name, () => deleteFunction(name));

  const { bucket } = await createBucket(name);
  made(bucket, () => deleteBucket({ bucket, empty: true }));
  await putBucketNotificationConfiguration({ bucket, eventBridge: true });
  const detail = { bucket: { name: [bucket] }, object: { key: [{ suffix: '.txt' }] } };
  const rule = await putRule({ name, eventPattern: { source: ['aws.s3'], 'detail-type': ['Object Created'], detail } });
  made(rule, () => deleteRule(rule));
  await putTarget({ rule, arn: functionArn, deadLetterQueueArn: undelivered.queueArn });

  // S3 says that EventBridge hears of everything about five minutes later.
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
  for (const takeDown of undo) await takeDown().catch((error: unknown) => console.error('still there:', String(error)));
}
