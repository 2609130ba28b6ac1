import { record, string } from './z.js';
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
  type: record(string(), string()) as never,
  quick: (value) =>
    typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string'),
  read: (value = []) =>
    Array.isArray(value)
      ? Object.fromEntries((value as readonly AwsTag[]).map(({ Key, Value }) => [Key ?? '', Value ?? '']))
      : (value ?? {}),
});

/** Converts tags to AWS's list of `{ Key, Value }`, for requests. */
export const toTagList = (record: Tags): { Key: string; Value: string }[] =>
  Object.entries(record).map(([Key, Value]) => ({ Key, Value }));
