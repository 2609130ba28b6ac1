import { maxLength, minLength, regex, string, type ZodMiniType } from './z.js';

/** An EC2 ID: a prefix and 8 or 17 hexadecimal digits, e.g. `i-0123456789abcdef0`. */
export const ec2Id = (prefix: string): ZodMiniType<string> =>
  string().check(
    regex(
      new RegExp(`^${prefix}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`),
      `${prefix}- followed by 8 or 17 hexadecimal digits, e.g. ${prefix}-0123456789abcdef0`,
    ),
  );

/** An ARN of one of these services, e.g. `arn:aws:iam::123456789012:instance-profile/web`. Default: of any service. */
export const arn = (...services: readonly string[]): ZodMiniType<string> =>
  string().check(
    regex(
      new RegExp(`^arn:[\\w-]+:(?:${services.join('|') || '[a-z0-9-]+'}):[\\w-]*:\\d*:\\S+$`),
      services.length === 0 || services.join() === 'iam'
        ? 'an ARN such as arn:aws:iam::123456789012:role/name'
        : `an ARN that begins with ${services.map((service) => `arn:aws:${service}:`).join(' or ')}`,
    ),
  );

/** A string with a minimum and maximum length in characters. */
export const text = (minimum: number, maximum: number): ZodMiniType<string> =>
  string().check(minLength(minimum), maxLength(maximum));
