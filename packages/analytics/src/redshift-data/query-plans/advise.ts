import { adviseOnJoin } from './advise-on-join.js';
import { countText, inQuotes, sizeText } from './count-text.js';
import { missingStatistics } from './missing-statistics.js';
import type { PlanAdvice, PlanNode } from './query-plan.js';
import { readsExternal } from './table-names.js';

/** From how many rows on it matters how a table is scanned, sorted or handed out. */
const many = 100_000;

/** What would make a query quicker, by its plan and what the database remarks about it. https://docs.aws.amazon.com/redshift/latest/dg/c-analyzing-the-query-plan.html */
export const advise = (root: PlanNode, remarks: readonly string[]): readonly PlanAdvice[] => {
  const nodes = nodesOf(root);
  const found = nodes
    .toSorted((one, other) => ownCost(other) - ownCost(one))
    .flatMap((node) => [adviseOnJoin(node), onScan(node), onSort(node), onResult(node)])
    .filter((each) => each !== undefined);
  return [...remarks.flatMap((remark) => missingStatistics(remark, nodes)), ...found];
};

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...node.children.flatMap(nodesOf)];

/** Costs count what lies below an operation too. */
const ownCost = ({ cost, children }: PlanNode): number =>
  (cost?.total ?? 0) - children.reduce((sum, child) => sum + (child.cost?.total ?? 0), 0);

/** What a scan reads is not in the plan, only what is left; but a row costs 0.01 to read and little more to filter. */
const onScan = (node: PlanNode): PlanAdvice | undefined => {
  const { operation, target, rows = 0, cost, conditions, onComputeNodes } = node;
  const filter = conditions.find(({ kind }) => kind === 'Filter')?.expression;
  if (operation !== 'Seq Scan' || !filter || !target) return undefined;
  const read = onComputeNodes ? Math.max(rows, Math.round((cost?.total ?? 0) * 80)) : rows;
  if (read < many) return undefined;
  const message =
    `${target} is scanned for the ${countText(rows)} that fit ${inQuotes(filter)}: ` +
    'with a sort key that begins with the filtered column, Redshift skips the blocks in which none can be.';
  return { kind: 'sort-key', message, node };
};

const onSort = (node: PlanNode): PlanAdvice | undefined => {
  const { operation, rows = 0, widthBytes = 0, conditions } = node;
  if (operation !== 'Sort' || rows < many) return undefined;
  const key = conditions.find(({ kind }) => kind === 'Sort Key')?.expression;
  const by = key ? ` by ${inQuotes(key)}` : '';
  const message =
    `${countText(rows)} (${sizeText(rows * widthBytes)}) are sorted${by}: ` +
    `omit the order if it is not needed${readsExternal(node) ? '' : ', or give the table that sort key'}.`;
  return { kind: 'sort', message, node };
};

const onResult = (node: PlanNode): PlanAdvice | undefined => {
  const { operation, rows = 0, widthBytes = 0, onComputeNodes } = node;
  if (operation !== 'Network' || !onComputeNodes || rows < many) return undefined;
  const message =
    `${countText(rows)} (${sizeText(rows * widthBytes)}) go through the leader node: ` +
    'select fewer columns or rows, or write them to S3 with UNLOAD, which all nodes do at once.';
  return { kind: 'large-result', message, node };
};
