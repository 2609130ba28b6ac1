import type { Tags } from './tags.js';
import { maxLength, minLength, record, refine, regex, string, type ZodMiniType } from './z.js';

/** The limits of a service for the tags of one resource. */
export interface TagLimits {
  /** Default: 50. */
  readonly maxTags?: number;
  /** Default: 128. */
  readonly maxKeyLength?: number;
  /** Prefixes of keys that are reserved, in addition to `aws:`. */
  readonly reserved?: readonly string[];
  /** `true`: only letters, digits, spaces and `_ . : / = + - @` in keys and values. Default: any character. */
  readonly isLimited?: boolean;
}

/** Tags for a new resource. A problem names the tag and the rule. */
export const tagRecord = ({
  maxTags = 50,
  maxKeyLength = 128,
  reserved = [],
  isLimited = false,
}: TagLimits = {}): ZodMiniType<Tags> => {
  const characters = isLimited
    ? [regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, 'text of letters, digits, spaces and _ . : / = + - @')]
    : [];
  const prefixes = ['aws:', ...reserved].map((prefix) =>
    refine<string>(
      (key) => !key.toLowerCase().startsWith(prefix),
      `text without the prefix "${prefix}", which is reserved for AWS`,
    ),
  );
  return record(
    string().check(minLength(1), maxLength(maxKeyLength), ...prefixes, ...characters),
    string().check(maxLength(256), ...characters),
  ).check(
    refine((tags) => Object.keys(tags).length <= maxTags, {
      error: ({ input }) => `at most ${maxTags} tags (got ${Object.keys(input as object).length})`,
    }),
  );
};

/** Tags as the filter of a listing: AWS's own tags are accepted. */
export const tagFilter = (): ZodMiniType<Tags> => record(string().check(minLength(1)), string());
