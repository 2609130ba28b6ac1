import { z } from '@arch/core/builder';

/** Checks the URL of a queue. */
export const queueUrl = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^https?:\/\/[^\s/]+\/\S+$/,
        'the URL of a queue, e.g. https://sqs.eu-west-1.amazonaws.com/123456789012/orders',
      ),
    );

/** Checks the name of a queue. */
export const queueName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?:[\w-]{1,80}|[\w-]{1,75}\.fifo)$/,
        '1–80 letters, digits, - and _; the name of a FIFO queue ends in .fifo',
      ),
    );

/** Whether the URL or name is that of a FIFO queue. SQS distinguishes FIFO queues by their names only. */
export const isFifo = (urlOrName: string): boolean => urlOrName.endsWith('.fifo');
