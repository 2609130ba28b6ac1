import type { Open } from '@arch/core/builder';

/**
 * Redshift's distributions of rows between the nodes for a join. `DS_DIST_NONE` and `DS_DIST_ALL_NONE` move no rows.
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

/** The estimated cost of an operation. Costs of one plan are comparable; they are not times. */
export interface PlanCost {
  /** Cost until the first row is returned. */
  readonly first: number;
  /** Cost until the last row is returned, including the children. */
  readonly total: number;
}

/** A condition of an operation: its filter, join condition or sort key. */
export interface PlanCondition {
  /** Kind of the condition, e.g. `Filter`, `Hash Cond` or `Sort Key`. */
  readonly kind: string;
  /** The condition in SQL, e.g. `("outer".eventid = "inner".eventid)`. */
  readonly expression: string;
}

/** An operation of a query plan. */
export interface PlanNode {
  /** Name of the operation, e.g. `Hash Join` or `Seq Scan`, without the prefix `XN` of Redshift's compute nodes. */
  readonly operation: string;
  /** The table, function or subquery that the operation reads, as written in the plan. */
  readonly target?: string | undefined;
  /** Alias of the target in the query. */
  readonly alias?: string | undefined;
  /** Estimated cost. Absent in plans without costs. */
  readonly cost?: PlanCost | undefined;
  /** Estimated number of rows that the operation returns. */
  readonly rows?: number | undefined;
  /** Estimated size of an average row in bytes. */
  readonly widthBytes?: number | undefined;
  /** Distribution of the rows for a join. Absent for other operations and other databases. */
  readonly distribution?: Distribution | undefined;
  /** Whether the operation runs on Redshift's compute nodes; `false` for the leader node, and for other databases. */
  readonly onComputeNodes: boolean;
  /** The conditions of the operation. */
  readonly conditions: readonly PlanCondition[];
  /** The operations whose rows this operation reads. For a join: the outer side, then the inner side. */
  readonly children: readonly PlanNode[];
}

/** The kinds of advice for a faster query. */
export const planAdviceKinds = [
  'missing-statistics',
  'nested-loop',
  'distribution',
  'sort-key',
  'sort',
  'large-result',
] as const;
export type PlanAdviceKind = (typeof planAdviceKinds)[number];

/** Advice for a faster query. */
export interface PlanAdvice {
  /** Kind of the advice. */
  readonly kind: PlanAdviceKind;
  /** The problem in the plan, and its remedy, in English. */
  readonly message: string;
  /** The operation with the problem. Absent if the plan does not contain it. */
  readonly node?: PlanNode | undefined;
}

/** The plan by which a database runs a query. */
export interface QueryPlan {
  /** The operation that returns the result. */
  readonly root: PlanNode;
  /** Advice for a faster query: missing statistics first, because estimates depend on them, then by the cost of the operation. */
  readonly advice: readonly PlanAdvice[];
  /** The plan as text, unchanged. */
  readonly text: string;
}
