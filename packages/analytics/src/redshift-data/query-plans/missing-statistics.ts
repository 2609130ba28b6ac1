import type { PlanAdvice, PlanNode } from './query-plan.js';
import { isExternal, plainName, quotedName } from './table-names.js';

/** Advice on the tables whose size Redshift does not know, by its remark about the plan. */
export const missingStatistics = (remark: string, nodes: readonly PlanNode[]): readonly PlanAdvice[] => {
  const [, list = ''] = /^Tables missing statistics: (.*)$/i.exec(remark) ?? [];
  return namesIn(list, nodes).map((name) => {
    const node = nodeOf(name, nodes);
    // The plan writes names as SQL does; the remark contains them without quotes.
    const table =
      node?.target !== undefined && plainName(node.target).endsWith(plainName(name)) ? node.target : quotedName(name);
    return {
      kind: 'missing-statistics',
      message: `Redshift does not know how large ${table} is, so the plan is a guess: ${remedyFor(table, node)}.`,
      node,
    };
  });
};

/** The names of a list. A name of the plan may itself contain a comma. */
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

/** The operation that reads a table, which either side may write with its schema or with quotes. */
const nodeOf = (name: string, nodes: readonly PlanNode[]): PlanNode | undefined => {
  const plain = plainName(name);
  const found = nodes.filter(({ target }) => {
    const own = target && plainName(target);
    return own && (own === plain || own.endsWith(`.${plain}`) || plain.endsWith(`.${own}`));
  });
  // The scan above an external table has its name without the schema.
  return found.find(({ operation }) => !operation.endsWith('Query Scan')) ?? found[0];
};

/** ANALYZE reads Redshift's own tables only. https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-external-performance.html */
const remedyFor = (table: string, node: PlanNode | undefined): string => {
  if (!node || !isExternal(node)) return `run ANALYZE ${table}`;
  return /^(?:S3\b|.*PartitionInfo$)/.test(node.operation)
    ? `it is an external table, so set its number of rows with ALTER TABLE ${table} SET TABLE PROPERTIES ('numRows'='…')`
    : 'it is in another database, so analyze it there';
};
