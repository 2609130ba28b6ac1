import type { Tags } from './tags.js';
import { custom, maxLength, minLength, regex, string, type ZodMiniType } from './z.js';

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
      'an ARN such as arn:aws:iam::123456789012:role/name',
    ),
  );

/** A string with a minimum and maximum length in characters. */
export const text = (minimum: number, maximum: number): ZodMiniType<string> =>
  string().check(minLength(minimum), maxLength(maximum));

/** Tags for a new resource: at most 50, keys of 1–128 characters that do not begin with `aws:`, values of 0–256 characters. */
export const tagRecord = (): ZodMiniType<Tags> =>
  custom<Tags>(
    isTagRecord,
    'an object of at most 50 tags: keys of 1–128 characters that do not begin with aws:, values of at most 256 characters',
  );

const isTagRecord = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= 50 &&
  Object.entries(value).every(
    ([key, each]) =>
      key.length >= 1 && key.length <= 128 && !/^aws:/i.test(key) && typeof each === 'string' && each.length <= 256,
  );
