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
  /** 1–80 letters, digits, `-` and `_`. The name of a FIFO queue ends in `.fifo`. */
  readonly queueName: string;
  /** Whether order is kept within a group and duplicates are dropped for five minutes. Default: what the name says. */
  readonly fifo?: boolean | undefined;
  /**
   * Where messages go that have been received `maxReceiveCount` times without being deleted. `true` or without a `queueArn`: to a queue
   * `<name>-dlq`, which is made where it is not there yet and keeps them for 14 days.
   */
  readonly deadLetterQueue?: boolean | DeadLetterChoice | undefined;
  readonly tags?: Tags | undefined;
}

/** A queue that has been made, or was there already with the same attributes. */
export interface CreatedQueue extends QueueReference {
  readonly deadLetterQueue?: DeadLetterTarget | undefined;
}

/**
 * Makes a queue, encrypted with a key that SQS owns. A queue of that name and with the same attributes is left alone and returned. A queue
 * that was deleted can be made again after 60 seconds. When the queue cannot be made, a dead-letter queue that was made for it is deleted.
 *
 * @example
 * const { queueUrl } = await createQueue({ queueName: 'orders', visibilityTimeoutSeconds: 120, deadLetterQueue: true });
 * @throws {AlreadyExistsError} there is a queue of that name with other attributes.
 * @throws {ConflictError} a queue of that name was deleted within the last 60 seconds.
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
        error: 'a name of at most 76 characters, because the dead-letter queue is called <name>-dlq',
      },
    ),
    ...queueSettingsChecks<CreateQueueInput>(({ queueName }) => isFifo(queueName)),
  ),
  uses: [requestQueue, ...deadLetterQueueUses],
  run: async ({ queueName, fifo: _inName, deadLetterQueue, tags, aws = {}, ...settings }, options, steps) => {
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
