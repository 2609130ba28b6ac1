import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { isFifo, queueUrl, sqs } from '@arch/services/sqs';
import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs';

import type { DeadLetterQueue } from './queue.js';
import {
  deadLetterQueueInput,
  type QueueSettings,
  queueSettingsChecks,
  queueSettingsFields,
  toQueueAttributes,
  toRedrivePolicy,
} from './queue-settings.js';

export interface SetQueueAttributesInput extends QueueSettings, AwsInput {
  /** URL of the queue. */
  readonly queueUrl: string;
  /** The queue to which SQS moves messages that were received too often. `false` removes it. */
  readonly deadLetterQueue?: DeadLetterQueue | false | undefined;
}

/**
 * Changes settings of a queue. Omitted settings do not change. A change takes up to 60 seconds, a change of the retention period up to 15
 * minutes. A shorter retention period also deletes older messages. `policy` replaces the whole policy.
 *
 * @example
 * await setQueueAttributes({ queueUrl, visibilityTimeoutSeconds: 300 });
 * @throws {NotFoundError} there is no such queue in this region.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
export const setQueueAttributes: Operation<SetQueueAttributesInput, void, { on: 'queueName' | 'queueUrl' }> = operation(
  () => ({
    name: 'setQueueAttributes',
    service: sqs,
    command: SetQueueAttributesCommand,
    permissions: [{ action: 'sqs:SetQueueAttributes', resources: ['queue'] }],
    key: 'queueUrl',
    input: input<SetQueueAttributesInput>({
      queueUrl: queueUrl(),
      deadLetterQueue: z.optional(z.union([z.literal(false), deadLetterQueueInput()])),
      ...queueSettingsFields(),
    }).check(...queueSettingsChecks<SetQueueAttributesInput>(({ queueUrl }) => isFifo(queueUrl))),
    output: noOutput(),
    request: ({ queueUrl, deadLetterQueue, ...settings }) => ({
      QueueUrl: queueUrl,
      Attributes: {
        ...toQueueAttributes('setQueueAttributes', settings),
        ...(deadLetterQueue !== undefined && {
          RedrivePolicy: deadLetterQueue ? toRedrivePolicy(deadLetterQueue) : '',
        }),
      },
    }),
  }),
);
