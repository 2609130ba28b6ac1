import { randomUUID } from 'node:crypto';
import type { ResultColumn } from '../postgres/describe-columns.js';
import type { RedshiftParameter, RedshiftRequest, RedshiftTarget } from './redshift-request.js';
import type { StatementResult } from '../postgres/run-statement.js';

export type StatementStatus = 'SUBMITTED' | 'PICKED' | 'STARTED' | 'FINISHED' | 'FAILED' | 'ABORTED';

/** One SQL statement, alone or in a batch. */
export interface SubStatement {
  readonly id: string;
  readonly sql: string;
  readonly createdAt: number;
  readonly queryId: number;
  updatedAt: number;
  status: StatementStatus;
  error?: string;
  durationNs: number;
  result?: StoredResult;
}

export interface StoredResult extends StatementResult {
  /** Absent when the statement has no rows to hand out. */
  readonly described?: readonly ResultColumn[] | undefined;
}

/** What one call of `ExecuteStatement` or `BatchExecuteStatement` started. */
export interface RedshiftStatement {
  readonly id: string;
  readonly target: RedshiftTarget;
  readonly isBatch: boolean;
  readonly isAtomic: boolean;
  readonly name?: string | undefined;
  readonly parameters: readonly RedshiftParameter[];
  readonly resultFormat: string;
  readonly sessionId?: string | undefined;
  readonly pid: number;
  readonly createdAt: number;
  readonly parts: readonly SubStatement[];
  readonly cancel: AbortController;
  updatedAt: number;
  status: StatementStatus;
  error?: string;
  /** Fulfilled when its status is final; never rejected. */
  ended: Promise<void>;
}

/** Redshift counts queries; so do we. */
const queries = { last: 1_000 };

export function newStatement(
  request: RedshiftRequest,
  sqls: readonly string[],
  owner: { readonly target: RedshiftTarget; readonly sessionId?: string | undefined; readonly isBatch: boolean },
): RedshiftStatement {
  const id = randomUUID();
  const createdAt = Date.now();
  const shared = { createdAt, updatedAt: createdAt, status: 'SUBMITTED', durationNs: -1 } as const;
  const parts = sqls.map((sql, index): SubStatement => {
    queries.last += 1;
    return { id: owner.isBatch ? `${id}:${index + 1}` : id, sql, queryId: queries.last, ...shared };
  });
  return {
    ...owner,
    id,
    createdAt,
    updatedAt: createdAt,
    parts,
    isAtomic: request.ExecutionMode !== 'AUTO_COMMIT',
    name: request.StatementName,
    parameters: request.Parameters ?? [],
    resultFormat: request.ResultFormat ?? 'JSON',
    pid: process.pid,
    status: 'SUBMITTED',
    cancel: new AbortController(),
    ended: Promise.resolve(),
  };
}

export function setStatus(part: Pick<SubStatement, 'status' | 'updatedAt'>, status: StatementStatus): void {
  part.status = status;
  part.updatedAt = Date.now();
}

export function isFinal({ status }: Pick<SubStatement, 'status'>): boolean {
  return status === 'FINISHED' || status === 'FAILED' || status === 'ABORTED';
}
