import type { PlanAdvice, PlanNode } from './query-plan.js';
import { isExternal, plainName, quotedName } from './table-names.js';

/** Returns advice on the tables without statistics, from Redshift's remark about the plan. */
export const missingStatistics = (remark: string, nodes: readonly PlanNode[]): readonly PlanAdvice[] => {
  const [, list = ''] = /^Tables missing statistics: (.*)$/i.exec(remark) ?? [];
  return namesIn(list, nodes).map((name) => {
    const node = nodeOf(name, nodes);
    // Names have SQL quotes in the plan, but not in the remark.
    const table =
      node?.target !== undefined && plainName(node.target).endsWith(plainName(name)) ? node.target : quotedName(name);
    return {
      kind: 'missing-statistics',
      message: `The statistics of ${table} are missing, so the plan may not be optimal: ${remedyFor(table, node)}.`,
      node,
    };
  });
};

/** Returns the names in a list. A table name can also contain a comma. */
const namesIn = (list: string, nodes: readonly PlanNode[]): readonly string[] => {
  const parts = list.split(/,\s*/).filter((part) => part !== '');
  const names: string[] = [];
  while (parts.length > 0) {
    let length = parts.length;
    while (length > 1 && !nodeOf(parts.slice(0, length).join(', '), nodes)) length--;
    names.push(parts.splice(0, length).join(', '));
  }
  return names;
};

/** Returns the operation that reads a table. Both the name and the plan can contain the schema and quotes. */
const nodeOf = (name: string, nodes: readonly PlanNode[]): PlanNode | undefined => {
  const plain = plainName(name);
  const found = nodes.filter(({ target }) => {
    const own = target && plainName(target);
    return own && (own === plain || own.endsWith(`.${plain}`) || plain.endsWith(`.${own}`));
  });
  // The operation above the scan of an external table contains the name without the schema.
  return found.find(({ operation }) => !operation.endsWith('Query Scan')) ?? found[0];
};

/** ANALYZE supports only Redshift's own tables. https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-external-performance.html */
const remedyFor = (table: string, node: PlanNode | undefined): string => {
  if (!node || !isExternal(node)) return `run ANALYZE ${table}`;
  return /^(?:S3\b|.*PartitionInfo$)/.test(node.operation)
    ? `it is an external table, so set its number of rows with ALTER TABLE ${table} SET TABLE PROPERTIES ('numRows'='…')`
    : 'it is in another database; run ANALYZE there';
};
