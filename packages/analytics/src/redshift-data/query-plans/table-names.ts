import type { PlanNode } from './query-plan.js';

/** The names of tables under an operation, each once: `spectrum.sales` also stands for the `sales` of the scan above it. */
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

/** Whether an operation reads a table outside of Redshift, in S3 or in another database. https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-external-performance.html */
export const isExternal = ({ operation }: PlanNode): boolean =>
  /^(?:S3|PG|MySQL|Remote)\b|\bPartitionInfo$/.test(operation);

/** Whether an external table is among those under an operation. */
export const readsExternal = (node: PlanNode): boolean => isExternal(node) || node.children.some(readsExternal);

/** A name without the quotes of SQL: `public."my users"` is `public.my users`. Other text is returned unchanged. */
export const plainName = (name: string): string =>
  sqlName.test(name) ? name.replaceAll(/"((?:[^"]|"")*)"/g, (_, inner: string) => inner.replaceAll('""', '"')) : name;

/** A name as SQL: quoted where it is not a plain lower-case word. Redshift's remarks contain names without quotes. */
export const quotedName = (name: string): string =>
  name.includes('"') && sqlName.test(name) ? name : name.split('.').map(quoted).join('.');

/** Words and quoted names, separated by dots. */
const sqlName = /^(?:"(?:[^"]|"")*"|[^".]+)(?:\.(?:"(?:[^"]|"")*"|[^".]+))*$/;

const quoted = (part: string): string => (/^[a-z_][a-z\d_$]*$/.test(part) ? part : `"${part.replaceAll('"', '""')}"`);
