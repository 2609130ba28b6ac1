import { arn, z } from '@arch/core/builder';

/** The schema of the name of a load balancer or target group. */
export const balancingName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?!-)(?!internal-)[A-Za-z0-9-]{1,32}(?<!-)$/,
        '1 to 32 letters, digits and hyphens, not beginning or ending with a hyphen, not beginning with "internal-"',
      ),
    );

/** The schema of the ARN of a load balancer, target group or listener. */
export const balancingArn = (): z.ZodMiniType<string> => arn('elasticloadbalancing');
