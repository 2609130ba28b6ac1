// A Lambda function that the examples deploy: it receives an event about an upload, counts the words, and publishes a message to a topic.
import { parseEventBridgeEvent, publishMessage } from '@arch/integration';
import { getObjectText } from '@arch/storage';
import * as z from 'zod/mini';

const uploaded = z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) });
const { TOPIC_ARN: topicArn = '' } = process.env;

/** EventBridge calls this handler for each new object, sometimes twice. Counting twice is harmless. */
export const handler = async (event: unknown): Promise<void> => {
  const { detail } = await parseEventBridgeEvent(event, uploaded);
  const { key } = detail.object;
  const text = await getObjectText({ bucket: detail.bucket.name, key });
  const words = text.split(/\s+/).filter(Boolean).length;
  await publishMessage({ topicArn, json: { key, words }, attributes: { length: words > 3 ? 'long' : 'short' } });
};
