import { NotFoundError } from '@arch/core';
import { arn, type CallOptions, type DeclaredFunction, type Tags, type TaskSteps, z } from '@arch/core/builder';
import { isFifo } from '@arch/services/sqs';

import { deleteQueue } from './delete-queue.js';
import { getQueueUrl } from './get-queue-url.js';
import type { QueueReference } from './queue-reference.js';
import type { DeadLetterQueue } from './queue.js';
import { maxReceiveCount } from './queue-settings.js';
import { requestQueue } from './request-queue.js';
import { requestQueueAttributes } from './request-queue-attributes.js';

/** Which dead-letter queue a new queue gets. */
export interface DeadLetterChoice {
  /** One that is there already; that of a FIFO queue is FIFO. Default: `<name>-dlq`. */
  readonly queueArn?: string | undefined;
  /** Receives that a message may have, 1–1,000: with the next one it moves. Default 10. */
  readonly maxReceiveCount?: number | undefined;
}

/** The dead-letter queue of a queue that was made. */
export interface DeadLetterTarget extends DeadLetterQueue {
  /** Absent where the queue was given by its ARN. */
  readonly queueUrl?: string | undefined;
}

/** A dead-letter queue. */
export interface ProvidedTarget extends DeadLetterTarget {
  /** Says that no response has told whether the queue that is to use it was made: then it stays, if that queue is there. */
  readonly keepIfUsed?: (() => void) | undefined;
}

/** The members of {@link DeadLetterChoice}, checked. */
export const deadLetterChoice = (): z.ZodMiniType<DeadLetterChoice> =>
  z.strictObject({ queueArn: z.optional(arn('sqs')), maxReceiveCount: z.optional(maxReceiveCount()) });

/** What finding or making one calls. */
export const deadLetterQueueUses: readonly DeclaredFunction[] = [getQueueUrl, requestQueueAttributes, deleteQueue];

/** For whom a dead-letter queue is wanted. */
export interface WantedTarget {
  readonly queueName: string;
  readonly choice: true | DeadLetterChoice;
  /** In SQS's words. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags?: Tags | undefined;
}

/** Takes the one that the caller names, else finds or makes the one that is named after the queue. */
export const provideDeadLetterQueue = async (
  wanted: WantedTarget,
  options: CallOptions,
  { undo, making, note }: TaskSteps,
): Promise<ProvidedTarget> => {
  const { queueArn, maxReceiveCount = 10 } = wanted.choice === true ? {} : wanted.choice;
  if (queueArn !== undefined) return { queueArn, maxReceiveCount };
  const queueName = nameOfDeadLetterQueue(wanted.queueName);
  // SQS does not say whether CreateQueue has made a queue or found one: a queue that was there must never be taken down.
  const found = await findQueue(queueName, options);
  const exists = `the queue ${queueName} may exist: delete it with deleteQueue`;
  const { queueUrl } = found ?? (await making(exists, make(queueName, wanted, options)));
  let mayBeUsed = false;
  if (!found) {
    undo(`the dead-letter queue ${queueUrl} is left: delete it with deleteQueue`, async (own) => {
      const isUsed = mayBeUsed && (await findQueue(wanted.queueName, own));
      if (isUsed) return note(`the queue ${wanted.queueName} exists, and the dead-letter queue ${queueUrl} is kept`);
      await deleteQueue(queueUrl, own);
    });
  }
  const attributes = await requestQueueAttributes(queueUrl, options);
  return { queueArn: attributes.queueArn, queueUrl, maxReceiveCount, keepIfUsed: () => (mayBeUsed = true) };
};

const findQueue = (queueName: string, options: CallOptions): Promise<QueueReference | undefined> =>
  getQueueUrl(queueName, options).catch((error: unknown) => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });

const make = (
  queueName: string,
  { attributes, tags }: WantedTarget,
  options: CallOptions,
): ReturnType<typeof requestQueue> => {
  const { FifoQueue, SqsManagedSseEnabled, KmsMasterKeyId, KmsDataKeyReusePeriodSeconds } = attributes;
  const shared = Object.entries({ FifoQueue, SqsManagedSseEnabled, KmsMasterKeyId, KmsDataKeyReusePeriodSeconds });
  const own = Object.fromEntries(shared.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  // A message keeps its age when it moves: it has to be kept for longer here.
  return requestQueue({ queueName, attributes: { ...own, MessageRetentionPeriod: '1209600' }, tags }, options);
};

const nameOfDeadLetterQueue = (queueName: string): string =>
  isFifo(queueName) ? queueName.replace(/\.fifo$/, '-dlq.fifo') : `${queueName}-dlq`;
