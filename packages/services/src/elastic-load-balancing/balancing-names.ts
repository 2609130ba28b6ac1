import { arn, z } from '@arch/core/builder';

/** Checks the name of a load balancer or target group. */
export const balancingName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?!-)(?!internal-)[A-Za-z0-9-]{1,32}(?<!-)$/,
        '1 to 32 letters, digits and hyphens, not beginning or ending with a hyphen, not beginning with "internal-"',
      ),
    );

/** Checks the ARN of a load balancer, target group or listener. */
export const balancingArn = (): z.ZodMiniType<string> => arn('elasticloadbalancing');
