import type { Open } from '@arch/core/builder';

/**
 * How Redshift moves rows between nodes for a join. `DS_DIST_NONE` and `DS_DIST_ALL_NONE` move none.
 * https://docs.aws.amazon.com/redshift/latest/dg/c_data_redistribution.html
 */
export const distributions = [
  'DS_DIST_NONE',
  'DS_DIST_ALL_NONE',
  'DS_DIST_INNER',
  'DS_DIST_OUTER',
  'DS_BCAST_INNER',
  'DS_DIST_ALL_INNER',
  'DS_DIST_BOTH',
] as const;
export type Distribution = Open<(typeof distributions)[number]>;

/** What an operation costs, in units that compare operations of one plan and say nothing about time. */
export interface PlanCost {
  /** Until its first row. */
  readonly first: number;
  /** Until its last row, with what lies below it. */
  readonly total: number;
}

/** What an operation filters, joins or sorts by. */
export interface PlanCondition {
  /** e.g. `Filter`, `Hash Cond`, `Sort Key`. */
  readonly kind: string;
  readonly expression: string;
}

/** An operation of a query plan. */
export interface PlanNode {
  /** e.g. `Hash Join`, `Seq Scan`: without the `XN` of Redshift's compute nodes. */
  readonly operation: string;
  /** What it reads: a table, a function or a subquery, as the plan writes it. */
  readonly target?: string | undefined;
  /** Another name for it in the query. */
  readonly alias?: string | undefined;
  /** Absent in plans that were made without costs. */
  readonly cost?: PlanCost | undefined;
  /** Rows that it is expected to give. */
  readonly rows?: number | undefined;
  /** Of an average row. */
  readonly widthBytes?: number | undefined;
  /** Of a join in Redshift. */
  readonly distribution?: Distribution | undefined;
  /** Whether Redshift's compute nodes do it; `false` for its leader, and for other databases. */
  readonly onComputeNodes: boolean;
  readonly conditions: readonly PlanCondition[];
  /** What it works on: of a join, first the outer side and then the inner one. */
  readonly children: readonly PlanNode[];
}

/** What could make a query quicker. */
export const planAdviceKinds = [
  'missing-statistics',
  'nested-loop',
  'distribution',
  'sort-key',
  'sort',
  'large-result',
] as const;
export type PlanAdviceKind = (typeof planAdviceKinds)[number];

/** One thing that could make a query quicker. */
export interface PlanAdvice {
  readonly kind: PlanAdviceKind;
  /** What the plan does, and what can be done about it. */
  readonly message: string;
  /** The operation that it is about; absent where the plan does not say. */
  readonly node?: PlanNode | undefined;
}

/** How a database would run a query. */
export interface QueryPlan {
  readonly root: PlanNode;
  /** Missing statistics first, because everything else is guessed without them; then what costs most. */
  readonly advice: readonly PlanAdvice[];
  /** The plan as the database writes it. */
  readonly text: string;
}
