import { UnexpectedResponseError } from '@arch/core';

import { advise } from './advise.js';
import type { PlanCondition, PlanNode, QueryPlan } from './query-plan.js';
import { readPlanLine } from './read-plan-line.js';

/**
 * Parses the output of `EXPLAIN`, from Redshift or Postgres, and adds advice for a faster query. `explainQuery` gets the plan from
 * Redshift.
 *
 * @example
 * const { root, advice } = parseQueryPlan(await readFile('plan.txt', 'utf8'));
 * @throws {UnexpectedResponseError} the text contains no operation of a query plan.
 * @see https://docs.aws.amazon.com/redshift/latest/dg/c-the-query-plan.html
 */
export const parseQueryPlan = (text: string): QueryPlan => {
  const remarks: string[] = [];
  // The operations that contain the current line, the innermost last.
  const ancestors: Ancestor[] = [];
  let root: Ancestor | undefined;
  for (const line of text.split('\n')) {
    const read = readPlanLine(line);
    if (read?.kind === 'remark') remarks.push(read.text);
    if (read?.kind === 'condition') {
      // A plan inside a plan belongs to the operation that contains it, not to the previous operation.
      if (/^(?:Init|Sub)Plan\b/.test(read.condition.kind)) dropInner(ancestors, read.column);
      ancestors.at(-1)?.node.conditions.push(read.condition);
    }
    if (read?.kind !== 'operation') continue;
    const current: Ancestor = { column: read.column, node: { ...read.node, conditions: [], children: [] } };
    if (root) {
      dropInner(ancestors, read.column);
      ancestors.at(-1)?.node.children.push(current.node);
    }
    root ??= current;
    ancestors.push(current);
  }
  if (!root) throw new UnexpectedResponseError('parseQueryPlan: the text contains no operation of a query plan.');
  return { root: root.node, advice: advise(root.node, remarks), text };
};

/** Removes the operations that do not contain a line with this indentation. */
const dropInner = (ancestors: Ancestor[], column: number): void => {
  while (ancestors.length > 1 && (ancestors.at(-1)?.column ?? 0) >= column) ancestors.pop();
};

interface Ancestor {
  readonly column: number;
  readonly node: PlanNode & { readonly conditions: PlanCondition[]; readonly children: PlanNode[] };
}
