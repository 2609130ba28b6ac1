import { isFinal, type RedshiftStatement, type SubStatement } from './redshift-statement.js';

/** Returns the response of `DescribeStatement`. */
export function describeStatement(statement: RedshiftStatement): Record<string, unknown> {
  const { parts, isBatch, target, parameters } = statement;
  const [only] = parts;
  return {
    ...target,
    ...(isBatch || only === undefined ? batchFigures(statement) : describePart(only)),
    Id: statement.id,
    Status: statement.status,
    Error: statement.error,
    CreatedAt: seconds(statement.createdAt),
    UpdatedAt: seconds(statement.updatedAt),
    RedshiftPid: isFinal(statement) ? statement.pid : 0,
    QueryParameters: parameters.length > 0 ? parameters : undefined,
    ResultFormat: statement.resultFormat,
    SessionId: statement.sessionId,
  };
}

/** Returns the description of one statement of a batch. */
export function describePart(part: SubStatement): Record<string, unknown> {
  const { result, status } = part;
  const isFinished = status === 'FINISHED';
  return {
    Id: part.id,
    QueryString: part.sql,
    Status: status,
    Error: part.error,
    Duration: part.durationNs,
    HasResultSet: hasResultSet(part),
    ResultRows: isFinished && result !== undefined ? affectedRows(part) : -1,
    ResultSize: isFinished && result !== undefined ? result.sizeBytes : -1,
    RedshiftQueryId: isFinal(part) ? part.queryId : 0,
    CreatedAt: seconds(part.createdAt),
    UpdatedAt: seconds(part.updatedAt),
  };
}

export function hasResultSet({ result }: SubStatement): boolean {
  return result?.described !== undefined;
}

/** Converts a time to seconds, as in AWS's JSON. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1_000;
}

/** Returns the number of rows of the result, or of the rows that a statement such as `INSERT 0 3` has changed. */
function affectedRows({ result }: SubStatement): number {
  if (result?.described !== undefined) return result.rowCount;
  return Number(/\d+$/.exec(result?.command ?? '')?.[0] ?? 0);
}

function batchFigures({ parts, status }: RedshiftStatement): Record<string, unknown> {
  const described = parts.map(describePart);
  const total = (member: string): number =>
    status === 'FINISHED' ? described.reduce((sum, part) => sum + Math.max(0, Number(part[member])), 0) : -1;
  return {
    SubStatements: described,
    Duration: total('Duration'),
    HasResultSet: parts.some(hasResultSet),
    ResultRows: total('ResultRows'),
    ResultSize: total('ResultSize'),
    RedshiftQueryId: 0,
  };
}
