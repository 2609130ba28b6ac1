import { z } from '@arch/core/builder';

/** The ARN of a subscription, checked. */
export const subscriptionArn = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]+(?:\.fifo)?:[\w-]+$/,
        "a subscription's ARN: that of the topic, a colon and an ID",
      ),
    );
