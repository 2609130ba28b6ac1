import { maxLength, minLength, regex, string, type ZodMiniType } from './z.js';

/** An EC2 ID: a prefix and 8 or 17 hexadecimal digits, e.g. `i-0123456789abcdef0`. */
export const ec2Id = (prefix: string): ZodMiniType<string> =>
  string().check(
    regex(
      new RegExp(`^${prefix}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`),
      `${prefix}- followed by 8 or 17 hexadecimal digits, e.g. ${prefix}-0123456789abcdef0`,
    ),
  );

/** An ARN of a service, e.g. `arn:aws:iam::123456789012:instance-profile/web`. */
export const arn = (service = '[a-z0-9-]+'): ZodMiniType<string> =>
  string().check(
    regex(
      new RegExp(`^arn:[\\w-]+:${service}:[\\w-]*:\\d*:\\S+$`),
      /^(?:iam|\[.*)$/.test(service)
        ? 'an ARN such as arn:aws:iam::123456789012:role/name'
        : `an ARN that begins with arn:aws:${service}:`,
    ),
  );

/** A string with a minimum and maximum length in characters. */
export const text = (minimum: number, maximum: number): ZodMiniType<string> =>
  string().check(minLength(minimum), maxLength(maximum));
