import type { Connection } from '../postgres/database.js';
import { describeColumns } from '../postgres/describe-columns.js';
import { firstWords } from '../text/first-words.js';
import { namedParameters } from '../text/named-parameters.js';
import { driverError, repositioned } from '../postgres/postgres-error.js';
import { rdsParameters, type SqlParameter } from './rds-parameters.js';
import { formattedRecords, rdsColumnMetadata, rdsRecords, type ResultSetOptions } from './rds-result.js';
import { rewriteSql } from '../text/rewrite-sql.js';
import type { StatementResult } from '../postgres/run-statement.js';
import { sqlCode } from '../text/sql-code.js';
import { sqlTokens } from '../text/sql-tokens.js';

export interface RdsStatement {
  readonly sql: string;
  readonly parameters?: readonly SqlParameter[] | undefined;
  readonly includeResultMetadata?: boolean | undefined;
  readonly resultSetOptions?: ResultSetOptions | undefined;
  readonly formatRecordsAs?: string | undefined;
}

/** Runs one statement and returns the response of `ExecuteStatement`. */
export async function rdsExecute(connection: Connection, statement: RdsStatement): Promise<unknown> {
  const result = await run(connection, statement.sql, statement.parameters);
  if (result.columns === undefined) return { generatedFields: [], numberOfRecordsUpdated: changedRows(result) };
  const columns = await describeColumns(connection, result.columns);
  if (statement.formatRecordsAs === 'JSON') {
    return { formattedRecords: formattedRecords(result, columns), numberOfRecordsUpdated: 0 };
  }
  return {
    records: rdsRecords(result, columns, statement.resultSetOptions),
    ...(statement.includeResultMetadata === true ? { columnMetadata: rdsColumnMetadata(columns) } : {}),
    numberOfRecordsUpdated: 0,
  };
}

/** Runs one statement for each set of parameters in one transaction and returns the response of `BatchExecuteStatement`. */
export async function rdsBatchExecute(
  connection: Connection,
  {
    sql,
    parameterSets = [],
  }: { readonly sql: string; readonly parameterSets?: readonly (readonly SqlParameter[])[] | undefined },
): Promise<unknown> {
  const isTransaction = !connection.isInTransaction();
  if (isTransaction) await connection.run({ sql: 'BEGIN' });
  for (const parameters of parameterSets) await run(connection, sql, parameters);
  if (isTransaction) await connection.run({ sql: 'COMMIT' });
  return { updateResults: parameterSets.map(() => ({ generatedFields: [] })) };
}

async function run(
  connection: Connection,
  original: string,
  given: readonly SqlParameter[] | undefined,
): Promise<StatementResult> {
  const tokens = [...sqlTokens(original)];
  const [verb] = firstWords(sqlCode(original, tokens));
  if (verb === 'COPY') throw driverError('COPY commands are only supported using the CopyManager API.', '0A000');
  const { names, edits } = namedParameters(original, tokens);
  const { sql, originalPosition } = rewriteSql(original, edits);
  try {
    return await connection.run({ sql, parameters: rdsParameters(names, given) });
  } catch (error) {
    throw repositioned(error, originalPosition);
  }
}

/** Returns the number of changed rows: `UPDATE 3` and `INSERT 0 3` end with it, `CREATE TABLE` has none. */
function changedRows({ command }: StatementResult): number {
  return Number(/\d+$/.exec(command)?.[0] ?? 0);
}
