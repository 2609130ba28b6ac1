import { UnexpectedResponseError } from '@arch/core';

import { advise } from './advise.js';
import type { PlanCondition, PlanNode, QueryPlan } from './query-plan.js';
import { readPlanLine } from './read-plan-line.js';

/**
 * Reads a query plan as `EXPLAIN` writes it, of Redshift or of Postgres, and says what would make the query quicker. `explainQuery` asks
 * Redshift for one.
 *
 * @example
 * const { root, advice } = parseQueryPlan(await readFile('plan.txt', 'utf8'));
 * @throws {UnexpectedResponseError} there is no operation in the text.
 * @see https://docs.aws.amazon.com/redshift/latest/dg/c-the-query-plan.html
 */
export const parseQueryPlan = (text: string): QueryPlan => {
  const remarks: string[] = [];
  // The operations above the line that is read, the nearest last.
  const above: Growing[] = [];
  let root: Growing | undefined;
  for (const line of text.split('\n')) {
    const read = readPlanLine(line);
    if (read?.kind === 'remark') remarks.push(read.text);
    if (read?.kind === 'condition') {
      // A plan within a plan belongs to the operation above it, not to the one that stands before it.
      if (/^(?:Init|Sub)Plan\b/.test(read.condition.kind)) leaveTo(above, read.column);
      above.at(-1)?.node.conditions.push(read.condition);
    }
    if (read?.kind !== 'operation') continue;
    const grown: Growing = { column: read.column, node: { ...read.node, conditions: [], children: [] } };
    if (root) {
      leaveTo(above, read.column);
      above.at(-1)?.node.children.push(grown.node);
    }
    root ??= grown;
    above.push(grown);
  }
  if (!root) throw new UnexpectedResponseError('parseQueryPlan: there is no operation of a query plan in the text.');
  return { root: root.node, advice: advise(root.node, remarks), text };
};

/** Leaves the operations that do not stand further left than a line. */
const leaveTo = (above: Growing[], column: number): void => {
  while (above.length > 1 && (above.at(-1)?.column ?? 0) >= column) above.pop();
};

interface Growing {
  readonly column: number;
  readonly node: PlanNode & { readonly conditions: PlanCondition[]; readonly children: PlanNode[] };
}
