// Prints the memory of the heap that 1,000 calls in flight need: `node in-flight.ts ours|sdk <server> <silent server>`. The silent server accepts connections and does not answer.
import { setTimeout as pause } from 'node:timers/promises';

import { sendMessage } from '@arch/integration';
import { createSession } from '@arch/core';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

import { settings } from '../with-server.ts';
import { messageBody } from './data.ts';

const [side, endpoint = '', silent = ''] = process.argv.slice(2);
const calls = 1_000;

const workOf = (url: string): (() => Promise<unknown>) => {
  const queueUrl = `${url}/123456789012/orders`;
  if (side === 'ours') {
    const session = createSession({ ...settings(url), maxSockets: calls });
    return () => sendMessage({ queueUrl, body: messageBody }, { session });
  }
  const client = new SQSClient({ ...settings(url), requestHandler: { httpAgent: { maxSockets: calls } } });
  return () => client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: messageBody }));
};

const heap = async (): Promise<number> => {
  for (let count = 0; count < 3; count++) {
    globalThis.gc?.();
    await pause(20);
  }
  return process.memoryUsage().heapUsed;
};

const warmUp = workOf(endpoint);
for (let count = 0; count < 50; count++) await warmUp();
const work = workOf(silent);
// The first call of a client prepares the others.
work().catch(() => undefined);
await pause(500);
const before = await heap();
for (let count = 0; count < calls; count++) work().catch(() => undefined);
await pause(1_500);
console.log((await heap()) - before);
process.exit(0);
