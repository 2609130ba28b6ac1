import type { PlanNode } from './query-plan.js';

/**
 * Returns the distinct names of the tables that an operation reads. The `sales` of an operation above the scan of `spectrum.sales` is
 * omitted.
 */
export const tableNames = (node: PlanNode): readonly string[] => {
  const names = [...new Set(targetsOf(node))];
  return names.filter(
    (name) => !names.some((other) => other !== name && plainName(other).endsWith(`.${plainName(name)}`)),
  );
};

const targetsOf = ({ target, children }: PlanNode): readonly string[] => [
  ...(target === undefined ? [] : [target]),
  ...(target === undefined || children.some(isExternal) ? children.flatMap(targetsOf) : []),
];

/**
 * Whether an operation reads an external table, in S3 or in another database.
 * https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-external-performance.html
 */
export const isExternal = ({ operation }: PlanNode): boolean =>
  /^(?:S3|PG|MySQL|Remote)\b|\bPartitionInfo$/.test(operation);

/** Whether an operation or one of its descendants reads an external table. */
export const readsExternal = (node: PlanNode): boolean => isExternal(node) || node.children.some(readsExternal);

/** Returns a name without SQL quotes: `public.my users` for `public."my users"`. Other text is returned unchanged. */
export const plainName = (name: string): string =>
  sqlName.test(name) ? name.replaceAll(/"((?:[^"]|"")*)"/g, (_, inner: string) => inner.replaceAll('""', '"')) : name;

/** Returns a name in SQL: with quotes, unless it is a lower-case word. Redshift's remarks contain names without quotes. */
export const quotedName = (name: string): string =>
  name.includes('"') && sqlName.test(name) ? name : name.split('.').map(quoted).join('.');

/** Words and quoted names, separated by dots. */
const sqlName = /^(?:"(?:[^"]|"")*"|[^".]+)(?:\.(?:"(?:[^"]|"")*"|[^".]+))*$/;

const quoted = (part: string): string => (/^[a-z_][a-z\d_$]*$/.test(part) ? part : `"${part.replaceAll('"', '""')}"`);
