import { z } from '@arch/core/builder';

/** The schema of the ARN of a subscription. */
export const subscriptionArn = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]+(?:\.fifo)?:[\w-]+$/,
        "a subscription's ARN: the ARN of the topic, a colon and an ID",
      ),
    );
