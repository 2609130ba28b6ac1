import { z } from '@arch/core/builder';

/** Returns the last part of an ARN. */
export const nameInArn = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

/** Checks the ARN of a topic. */
export const topicArn = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]{1,256}(?:\.fifo)?$/,
        'the ARN of a topic, e.g. arn:aws:sns:eu-west-1:123456789012:orders',
      ),
    );

/** Checks the name of a topic. */
export const topicName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?:[\w-]{1,256}|[\w-]{1,251}\.fifo)$/,
        '1–256 letters, digits, - and _; the name of a FIFO topic ends in .fifo',
      ),
    );
