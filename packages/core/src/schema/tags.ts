import { record, string, unknown, type ZodMiniType } from './z.js';
import type { Field } from './field.js';

/** A resource's tags by key. */
export type Tags = Readonly<Record<string, string>>;

interface AwsTag {
  readonly Key?: string;
  readonly Value?: string;
}

/** Reads AWS's list of `{ Key, Value }` as a record; `{}` if AWS omits it. */
export const tags = (): Field<Tags> => ({
  path: 'Tags',
  type: texts() as never,
  quick: (value) =>
    typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string'),
  read: (value = []) =>
    Array.isArray(value)
      ? Object.fromEntries((value as readonly AwsTag[]).map(({ Key, Value }) => [Key ?? '', Value ?? '']))
      : (value ?? {}),
});

/** A record of texts. The parser of records would omit the key `__proto__`, so it only checks. */
const texts = (): ZodMiniType => {
  const checked = record(string(), string());
  return unknown().check(({ value, issues }) => {
    const { error } = checked.safeParse(value);
    for (const issue of error?.issues ?? []) issues.push({ ...issue, input: value } as never);
  });
};

/** Converts tags to AWS's list of `{ Key, Value }`, for requests. */
export const toTagList = (record: Tags): { Key: string; Value: string }[] =>
  Object.entries(record).map(([Key, Value]) => ({ Key, Value }));
