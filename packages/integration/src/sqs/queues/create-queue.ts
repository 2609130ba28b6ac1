import {
  type AwsInput,
  checkAwsMembers,
  input,
  type Operation,
  tagRecord,
  type Tags,
  task,
  z,
} from '@arch/core/builder';
import { isFifo, queueName } from '@arch/services/sqs';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';

import {
  deadLetterChoice,
  type DeadLetterChoice,
  deadLetterQueueUses,
  type DeadLetterTarget,
  provideDeadLetterQueue,
} from './provide-dead-letter-queue.js';
import type { QueueReference } from './queue-reference.js';
import {
  type QueueSettings,
  queueSettingsChecks,
  queueSettingsFields,
  toQueueAttributes,
  toRedrivePolicy,
} from './queue-settings.js';
import { requestQueue } from './request-queue.js';

export interface CreateQueueInput extends QueueSettings, AwsInput {
  /** Name, 1–80 letters, digits, `-` and `_`. The name of a FIFO queue ends in `.fifo`. */
  readonly queueName: string;
  /**
   * Whether this is a FIFO queue, which keeps the order of messages within a group and drops duplicates for five minutes. Default: `true` if
   * the name ends in `.fifo`.
   */
  readonly fifo?: boolean | undefined;
  /**
   * The queue to which SQS moves messages that were received `maxReceiveCount` times and not deleted. `true`, or an object without
   * `queueArn`, creates the queue `<queueName>-dlq` if it does not exist. It keeps messages for 14 days. Default: none.
   */
  readonly deadLetterQueue?: boolean | DeadLetterChoice | undefined;
  /** Tags of the queue and of a dead-letter queue that is created with it. */
  readonly tags?: Tags | undefined;
}

/** A queue that was created, or that existed with the same attributes. */
export interface CreatedQueue extends QueueReference {
  /** The dead-letter queue. Absent if none was requested. */
  readonly deadLetterQueue?: DeadLetterTarget | undefined;
}

/**
 * Creates a queue. By default it is encrypted with a key that SQS owns. If a queue with this name and the same attributes exists, it is
 * returned unchanged. After a queue was deleted, its name can be used again after 60 seconds. If the queue cannot be created, a dead-letter
 * queue that this call has created is deleted.
 *
 * @example
 * const { queueUrl } = await createQueue({ queueName: 'orders', visibilityTimeoutSeconds: 120, deadLetterQueue: true });
 * @throws {AlreadyExistsError} a queue with this name exists and has other attributes.
 * @throws {ConflictError} a queue with this name was deleted within the last 60 seconds.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html
 */
export const createQueue: Operation<
  string | CreateQueueInput,
  CreatedQueue,
  { on: 'queueName' | 'queueUrl'; with: 'tags' }
> = task(() => ({
  name: 'createQueue',
  key: 'queueName',
  input: input<CreateQueueInput>({
    queueName: queueName(),
    fifo: z.optional(z.boolean()),
    deadLetterQueue: z.optional(z.union([z.boolean(), deadLetterChoice()])),
    tags: z.optional(tagRecord()),
    ...queueSettingsFields(),
  }).check(
    z.refine<CreateQueueInput>(({ queueName, fifo = isFifo(queueName) }) => fifo === isFifo(queueName), {
      path: ['fifo'],
      error: ({ input }) => {
        const { queueName: name } = input as CreateQueueInput;
        return `requires a queueName that ${isFifo(name) ? 'does not end' : 'ends'} in ".fifo" (got "${name}")`;
      },
    }),
    z.refine<CreateQueueInput>(
      ({ queueName, deadLetterQueue }) =>
        !deadLetterQueue || queueName.length <= 76 || (deadLetterQueue !== true && !!deadLetterQueue.queueArn),
      {
        path: ['queueName'],
        error: 'a name of at most 76 characters, because the name of the dead-letter queue is <queueName>-dlq',
      },
    ),
    ...queueSettingsChecks<CreateQueueInput>(({ queueName }) => isFifo(queueName)),
  ),
  uses: [requestQueue, ...deadLetterQueueUses],
  run: async ({ queueName, fifo: _fromName, deadLetterQueue, tags, aws = {}, ...settings }, options, steps) => {
    checkAwsMembers('createQueue', CreateQueueCommand, aws);
    const own = toQueueAttributes('createQueue', {
      ...settings,
      sqsManagedSseEnabled: settings.sqsManagedSseEnabled ?? (settings.kmsMasterKeyId === undefined ? true : undefined),
    });
    const attributes = { ...own, ...(isFifo(queueName) && { FifoQueue: 'true' }) };
    const target = deadLetterQueue
      ? await provideDeadLetterQueue({ queueName, choice: deadLetterQueue, attributes, tags }, options, steps)
      : undefined;
    const redrive = target && { RedrivePolicy: toRedrivePolicy(target) };
    const request = requestQueue({ queueName, attributes: { ...attributes, ...redrive }, tags, aws }, options);
    const exists = `the queue ${queueName} may exist: a repeated call finds it`;
    const queue = await steps.making(exists, request, target?.keepIfUsed);
    if (!target) return queue;
    const { queueArn, queueUrl, maxReceiveCount } = target;
    return Object.defineProperty({ ...queue, deadLetterQueue: { queueArn, queueUrl, maxReceiveCount } }, 'aws', {
      value: queue.aws,
      enumerable: false,
    });
  },
}));
