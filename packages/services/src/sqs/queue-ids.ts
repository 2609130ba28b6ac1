import { z } from '@arch/core/builder';

/** A queue's URL, checked. */
export const queueUrl = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^https?:\/\/[^\s/]+\/\S+$/,
        "a queue's URL such as https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
      ),
    );

/** A queue's name, checked. */
export const queueName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?:[\w-]{1,80}|[\w-]{1,75}\.fifo)$/,
        "1–80 letters, digits, - and _; a FIFO queue's name ends in .fifo",
      ),
    );

/** SQS knows FIFO queues by their names only. */
export const isFifo = (urlOrName: string): boolean => urlOrName.endsWith('.fifo');
