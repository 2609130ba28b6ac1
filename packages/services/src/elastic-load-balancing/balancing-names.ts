import { arn, z } from '@arch/core/builder';

/** The name of a load balancer or a target group, checked. */
export const balancingName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?!-)(?!internal-)[A-Za-z0-9-]{1,32}(?<!-)$/,
        '1 to 32 letters, digits and hyphens, with no hyphen at either end, that do not begin with internal-',
      ),
    );

/** The ARN of a load balancer, a target group or a listener, checked. */
export const balancingArn = (): z.ZodMiniType<string> => arn('elasticloadbalancing');
