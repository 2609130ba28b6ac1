import { array, boolean, number, optional, record, string, union, type ZodMiniType } from './z.js';
import type { Tags } from './tags.js';

/** A value of a filter. */
export type FilterValue = string | number | boolean;

/** AWS's filters by name, e.g. `{ 'instance-type': ['t3.micro', 't3.small'] }`. One of the values must match; `*` and `?` are wildcards. */
export type Filters = Readonly<Record<string, FilterValue | readonly FilterValue[]>>;

const value = (): ZodMiniType<FilterValue> => union([string(), number(), boolean()]);

/** The schema of `Filters`. */
export const filterRecord = (): ZodMiniType<Filters | undefined> =>
  optional(record(string(), union([value(), array(value())]))) as never;

/** Converts filters and tags to AWS's list of `{ Name, Values }`; `undefined` if there are none. */
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
