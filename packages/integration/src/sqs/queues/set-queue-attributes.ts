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
  readonly queueUrl: string;
  /** Where messages go that have been received too often; `false` takes it away. */
  readonly deadLetterQueue?: DeadLetterQueue | false | undefined;
}

/**
 * Changes settings of a queue; what is not named stays. It takes up to 60 seconds to show, a shorter retention up to 15 minutes, which then
 * also deletes the messages that are older. `policy` replaces the whole policy.
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
