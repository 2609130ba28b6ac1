import { NotFoundError } from '@arch/core';
import { addNote, arn, type CallOptions, type DeclaredFunction, type Tags, z } from '@arch/core/builder';

import { isFifo } from '../clients/queue-ids.js';
import { deleteQueue } from './delete-queue.js';
import { getQueueUrl } from './get-queue-url.js';
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

/** A dead-letter queue, and whether it was there before. */
export interface ProvidedTarget extends DeadLetterTarget {
  readonly isNew: boolean;
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
export const provideDeadLetterQueue = async (wanted: WantedTarget, options: CallOptions): Promise<ProvidedTarget> => {
  const { queueArn, maxReceiveCount = 10 } = wanted.choice === true ? {} : wanted.choice;
  if (queueArn !== undefined) return { queueArn, maxReceiveCount, isNew: false };
  const queueName = nameOfDeadLetterQueue(wanted.queueName);
  // SQS does not say whether CreateQueue has made a queue or found one: a queue that was there must never be taken down.
  const found = await getQueueUrl(queueName, options).catch((error: unknown) => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });
  const { queueUrl } = found ?? (await make(queueName, wanted, options));
  const isNew = !found;
  try {
    const { queueArn } = await requestQueueAttributes(queueUrl, options);
    return { queueArn, queueUrl, maxReceiveCount, isNew };
  } catch (error) {
    throw await takeDownDeadLetterQueue({ queueUrl, isNew }, error, options);
  }
};

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

/** Deletes what was made for a queue that could not be made; gives the error that the caller gets. */
export const takeDownDeadLetterQueue = async (
  target: Pick<ProvidedTarget, 'queueUrl' | 'isNew'> | undefined,
  error: unknown,
  options: CallOptions,
): Promise<unknown> => {
  if (!target?.isNew || target.queueUrl === undefined) return error;
  // The deadline of the call may be what failed: the way back has one of its own.
  const { signal: _over, ...own } = options;
  try {
    await deleteQueue(target.queueUrl, own);
    return error;
  } catch (left) {
    return addNote(error, `The dead-letter queue ${target.queueUrl} was made and is still there: ${String(left)}`);
  }
};
