import { type CallOptions, warn } from '@arch/core/builder';

import { describeQueue } from '../../queues/index.js';
import type { ConsumeMessagesInput } from './consume-messages-input.js';

/** SQS's default. */
const defaultSeconds = 30;

/**
 * The seconds for which a consumer hides messages again: a number, or a function that reads the setting of the queue. `undefined` if it never
 * does.
 */
export const hideForSeconds = (
  { queueUrl, extendVisibility = true, visibilityTimeoutSeconds }: ConsumeMessagesInput<unknown>,
  options: CallOptions,
): number | (() => Promise<number>) | undefined => {
  if (!extendVisibility || visibilityTimeoutSeconds === 0) return undefined;
  return visibilityTimeoutSeconds ?? (() => timeoutOf(queueUrl, options));
};

const timeoutOf = async (queueUrl: string, options: CallOptions): Promise<number> => {
  try {
    const { visibilityTimeoutSeconds } = await describeQueue(queueUrl, { ...options, timeoutMs: 10_000 });
    return Math.max(1, visibilityTimeoutSeconds);
  } catch (error) {
    const message = `consumeMessages: the queue's visibility timeout could not be read, so ${defaultSeconds} s are assumed. Allow sqs:GetQueueAttributes, or pass visibilityTimeoutSeconds.`;
    warn({ ...options, operation: 'consumeMessages', id: queueUrl, error, message });
    return defaultSeconds;
  }
};
