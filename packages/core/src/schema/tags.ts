import { record, string } from './z.js';
import type { Field } from './field.js';

/** A resource's tags by key. */
export type Tags = Readonly<Record<string, string>>;

interface AwsTag {
  readonly Key?: string;
  readonly Value?: string;
}

/** AWS's list of `{ Key, Value }` as a record; `{}` where AWS leaves it out. */
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

/** The opposite, for requests: a record as AWS's list of `{ Key, Value }`. */
export const toTagList = (record: Tags): { Key: string; Value: string }[] =>
  Object.entries(record).map(([Key, Value]) => ({ Key, Value }));
