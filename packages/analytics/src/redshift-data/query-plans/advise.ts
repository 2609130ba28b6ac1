import { adviseOnJoin } from './advise-on-join.js';
import { countText, inQuotes, sizeText } from './count-text.js';
import { missingStatistics } from './missing-statistics.js';
import type { PlanAdvice, PlanNode } from './query-plan.js';
import { readsExternal } from './table-names.js';

/** Number of rows from which scans, sorts and results get advice. */
const minRows = 100_000;

/**
 * Returns advice for a faster query from its plan and the remarks of the database.
 * https://docs.aws.amazon.com/redshift/latest/dg/c-analyzing-the-query-plan.html
 */
export const advise = (root: PlanNode, remarks: readonly string[]): readonly PlanAdvice[] => {
  const nodes = nodesOf(root);
  const found = nodes
    .toSorted((one, other) => ownCost(other) - ownCost(one))
    .flatMap((node) => [adviseOnJoin(node), onScan(node), onSort(node), onResult(node)])
    .filter((each) => each !== undefined);
  return [...remarks.flatMap((remark) => missingStatistics(remark, nodes)), ...found];
};

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...node.children.flatMap(nodesOf)];

/** Returns the cost of an operation without its children. The cost in the plan includes them. */
const ownCost = ({ cost, children }: PlanNode): number =>
  (cost?.total ?? 0) - children.reduce((sum, child) => sum + (child.cost?.total ?? 0), 0);

/** The plan contains only the rows that remain after the filter. The number of rows read follows from the cost: about 0.0125 per row. */
const onScan = (node: PlanNode): PlanAdvice | undefined => {
  const { operation, target, rows = 0, cost, conditions, onComputeNodes } = node;
  const filter = conditions.find(({ kind }) => kind === 'Filter')?.expression;
  if (operation !== 'Seq Scan' || !filter || !target) return undefined;
  const read = onComputeNodes ? Math.max(rows, Math.round((cost?.total ?? 0) * 80)) : rows;
  if (read < minRows) return undefined;
  const message =
    `${target} is scanned for the ${countText(rows)} that match ${inQuotes(filter)}: ` +
    'if the sort key of the table begins with the filtered column, Redshift skips blocks without matching rows.';
  return { kind: 'sort-key', message, node };
};

const onSort = (node: PlanNode): PlanAdvice | undefined => {
  const { operation, rows = 0, widthBytes = 0, conditions } = node;
  if (operation !== 'Sort' || rows < minRows) return undefined;
  const key = conditions.find(({ kind }) => kind === 'Sort Key')?.expression;
  const by = key ? ` by ${inQuotes(key)}` : '';
  const message =
    `${countText(rows)} (${sizeText(rows * widthBytes)}) are sorted${by}: ` +
    `omit the order if you do not need it${readsExternal(node) ? '' : ', or give the table this sort key'}.`;
  return { kind: 'sort', message, node };
};

const onResult = (node: PlanNode): PlanAdvice | undefined => {
  const { operation, rows = 0, widthBytes = 0, onComputeNodes } = node;
  if (operation !== 'Network' || !onComputeNodes || rows < minRows) return undefined;
  const message =
    `${countText(rows)} (${sizeText(rows * widthBytes)}) pass through the leader node: ` +
    'select fewer columns or rows, or write the rows to S3 with UNLOAD, which runs on all nodes in parallel.';
  return { kind: 'large-result', message, node };
};
