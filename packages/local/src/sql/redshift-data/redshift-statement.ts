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
  /** The columns. Absent if the statement returns no rows. */
  readonly described?: readonly ResultColumn[] | undefined;
}

/** A statement or batch that was submitted with `ExecuteStatement` or `BatchExecuteStatement`. */
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
  /** Resolves when its status is final. Never rejects. */
  ended: Promise<void>;
}

/** The ID of the last query. As in Redshift, query IDs are consecutive numbers. */
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
