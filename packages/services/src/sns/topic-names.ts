import { z } from '@arch/core/builder';

/** The last part of an ARN. */
export const nameInArn = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

/** The ARN of a topic, checked. */
export const topicArn = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]{1,256}(?:\.fifo)?$/,
        "a topic's ARN such as arn:aws:sns:eu-west-1:123456789012:orders",
      ),
    );

/** The name of a topic, checked. */
export const topicName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?:[\w-]{1,256}|[\w-]{1,251}\.fifo)$/,
        "1–256 letters, digits, - and _; a FIFO topic's name ends in .fifo",
      ),
    );
