import { array, boolean, number, optional, record, string, union, type ZodMiniType } from './z.js';
import type { Tags } from './tags.js';

/** A value that AWS's filters take. */
export type FilterValue = string | number | boolean;

/** AWS's filters by name, e.g. `{ 'instance-type': ['t3.micro', 't3.small'] }`: one of the values has to match, `*` and `?` are wildcards. */
export type Filters = Readonly<Record<string, FilterValue | readonly FilterValue[]>>;

const value = (): ZodMiniType<FilterValue> => union([string(), number(), boolean()]);

/** Checks a record of filters. */
export const filterRecord = (): ZodMiniType<Filters | undefined> =>
  optional(record(string(), union([value(), array(value())]))) as never;

/** AWS's list of `{ Name, Values }` from filters and tags; `undefined` where there is none. */
export const toFilterList = (
  filters: Readonly<Record<string, FilterValue | readonly FilterValue[] | undefined>> = {},
  tags: Tags = {},
): { Name: string; Values: string[] }[] | undefined => {
  const all = [...Object.entries(filters), ...Object.entries(tags).map(([key, each]) => [`tag:${key}`, each] as const)];
  const list = all.flatMap(([Name, values]) =>
    values === undefined ? [] : [{ Name, Values: [values].flat().map(String) }],
  );
  return list.length === 0 ? undefined : list;
};
