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

/** The dead-letter queue of a new queue. */
export interface DeadLetterChoice {
  /**
   * ARN of an existing queue. A FIFO queue requires a FIFO queue as its dead-letter queue. Default: the queue `<queueName>-dlq`, which is
   * created if it does not exist.
   */
  readonly queueArn?: string | undefined;
  /** Number of times that a message can be received before SQS moves it to the dead-letter queue, 1–1,000. Default: 10. */
  readonly maxReceiveCount?: number | undefined;
}

/** The dead-letter queue of a created queue. */
export interface DeadLetterTarget extends DeadLetterQueue {
  /** URL of the dead-letter queue. Absent if the input contains its ARN. */
  readonly queueUrl?: string | undefined;
}

/** A dead-letter queue that exists, for the request that creates the queue. */
export interface ProvidedTarget extends DeadLetterTarget {
  /** Called if AWS may have created the queue without a response. The undo then keeps the dead-letter queue if the queue exists. */
  readonly keepIfUsed?: (() => void) | undefined;
}

/** The schema of a {@link DeadLetterChoice}. */
export const deadLetterChoice = (): z.ZodMiniType<DeadLetterChoice> =>
  z.strictObject({ queueArn: z.optional(arn('sqs')), maxReceiveCount: z.optional(maxReceiveCount()) });

/** The operations that `provideDeadLetterQueue` calls, in addition to `requestQueue`. */
export const deadLetterQueueUses: readonly DeclaredFunction[] = [getQueueUrl, requestQueueAttributes, deleteQueue];

/** The queue for which a dead-letter queue is required. */
export interface WantedTarget {
  readonly queueName: string;
  readonly choice: true | DeadLetterChoice;
  /** The attributes of the queue under SQS's names. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags?: Tags | undefined;
}

/** Returns the dead-letter queue of the input, or finds or creates the queue `<queueName>-dlq`. */
export const provideDeadLetterQueue = async (
  wanted: WantedTarget,
  options: CallOptions,
  { undo, making, note }: TaskSteps,
): Promise<ProvidedTarget> => {
  const { queueArn, maxReceiveCount = 10 } = wanted.choice === true ? {} : wanted.choice;
  if (queueArn !== undefined) return { queueArn, maxReceiveCount };
  const queueName = nameOfDeadLetterQueue(wanted.queueName);
  // The response to CreateQueue does not say whether the queue is new. A queue that existed before must never be deleted.
  const found = await findQueue(queueName, options);
  const exists = `the queue ${queueName} may exist: delete it with deleteQueue`;
  const { queueUrl } = found ?? (await making(exists, create(queueName, wanted, options)));
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

const create = (
  queueName: string,
  { attributes, tags }: WantedTarget,
  options: CallOptions,
): ReturnType<typeof requestQueue> => {
  const { FifoQueue, SqsManagedSseEnabled, KmsMasterKeyId, KmsDataKeyReusePeriodSeconds } = attributes;
  const shared = Object.entries({ FifoQueue, SqsManagedSseEnabled, KmsMasterKeyId, KmsDataKeyReusePeriodSeconds });
  const own = Object.fromEntries(shared.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  // A moved message keeps its age, so the dead-letter queue needs a longer retention period.
  return requestQueue({ queueName, attributes: { ...own, MessageRetentionPeriod: '1209600' }, tags }, options);
};

const nameOfDeadLetterQueue = (queueName: string): string =>
  isFifo(queueName) ? queueName.replace(/\.fifo$/, '-dlq.fifo') : `${queueName}-dlq`;
