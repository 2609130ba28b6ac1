import type { Connection } from '../postgres/database.js';
import { describeColumns } from '../postgres/describe-columns.js';
import { isPostgresError, repositioned, type PostgresError } from '../postgres/postgres-error.js';
import { redshiftSql } from '../text/redshift-sql.js';
import { setStatus, type RedshiftStatement, type StoredResult, type SubStatement } from './redshift-statement.js';

/** Runs all parts of a statement one after the other and stores their results and errors in it. */
export async function runRedshiftStatement(statement: RedshiftStatement, connection: Connection): Promise<void> {
  setStatus(statement, 'STARTED');
  const isTransaction = statement.isBatch && statement.isAtomic && !connection.isInTransaction();
  if (isTransaction) await connection.run({ sql: 'BEGIN' });
  for (const [index, part] of statement.parts.entries()) {
    await runPart(part, statement, connection);
    if (part.error !== undefined) {
      statement.error ??= statement.isBatch ? `Query #${index + 1} failed with ${part.error}` : part.error;
    }
    if (part.status !== 'FINISHED' && (statement.isAtomic || part.status === 'ABORTED')) break;
  }
  const isComplete = statement.parts.every(({ status }) => status === 'FINISHED');
  if (isTransaction) await connection.run({ sql: isComplete ? 'COMMIT' : 'ROLLBACK' });
  for (const part of statement.parts) if (part.status === 'SUBMITTED') setStatus(part, 'ABORTED');
}

/** Sets the final status of a statement, from its parts or from the failure that prevented them. */
export function endStatement(statement: RedshiftStatement, failure?: unknown): void {
  const isCanceled = statement.cancel.signal.aborted;
  if (failure !== undefined && !isCanceled) statement.error ??= errorText(failure);
  if (failure !== undefined || isCanceled) {
    for (const part of statement.parts) if (part.durationNs === -1) setStatus(part, isCanceled ? 'ABORTED' : 'FAILED');
  }
  const [only] = statement.parts;
  if (!statement.isBatch && only !== undefined && statement.error !== undefined) only.error ??= statement.error;
  const hasFailed = statement.error !== undefined ? 'FAILED' : 'FINISHED';
  setStatus(
    statement,
    isCanceled && statement.parts.some(({ status }) => status === 'ABORTED') ? 'ABORTED' : hasFailed,
  );
}

async function runPart(part: SubStatement, statement: RedshiftStatement, connection: Connection): Promise<void> {
  setStatus(part, 'STARTED');
  const began = process.hrtime.bigint();
  const status = await resultOf(part, statement, connection).then(
    (result) => {
      part.result = result;
      return 'FINISHED' as const;
    },
    (error: unknown) => {
      if (statement.cancel.signal.aborted) return 'ABORTED';
      part.error = errorText(error);
      return 'FAILED';
    },
  );
  part.durationNs = Number(process.hrtime.bigint() - began);
  setStatus(part, status);
}

async function resultOf(
  part: SubStatement,
  { parameters: given, cancel }: RedshiftStatement,
  connection: Connection,
): Promise<StoredResult> {
  const { sql, names, originalPosition } = redshiftSql(part.sql);
  const values = new Map(given.map(({ name, value }) => [name, value]));
  const parameters = names.map((name) => ({ value: values.get(name) ?? null, typeId: 0 }));
  try {
    const result = await connection.run({ sql, parameters }, { signal: cancel.signal });
    const described = result.columns === undefined ? undefined : await describeColumns(connection, result.columns);
    return Object.assign(result, { described });
  } catch (error) {
    throw repositioned(error, originalPosition);
  }
}

/** Returns the text of an error in the format of Redshift's JDBC driver. */
function errorText(error: unknown): string {
  if (!isPostgresError(error)) return `ERROR: ${error instanceof Error ? error.message : String(error)}`;
  const { severity, message, detail, hint, position }: PostgresError = error;
  const more = { Detail: detail, Hint: hint, Position: position };
  const lines = Object.entries(more).flatMap(([name, text]) => (text === undefined ? [] : [`  ${name}: ${text}`]));
  return [`${severity ?? 'ERROR'}: ${message}`, ...lines].join('\n');
}
