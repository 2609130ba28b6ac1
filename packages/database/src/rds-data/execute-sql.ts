import { asIs, input, operation, type Operation } from '@arch/core/builder';
import { exactFields, rdsData } from '@arch/services/rds-data';
import { ExecuteStatementCommand } from '@aws-sdk/client-rds-data';

import { toSqlParameters } from './sql-parameters.js';
import { secretPermission } from './sql-target.js';
import { type StatementInput, statementInput } from './statement-input.js';
import { type Row, toRows, toValue } from './to-rows.js';

/** The result of a statement, before a schema is applied. */
export interface Executed {
  readonly rows: readonly Row[];
  readonly updatedRows: number;
  readonly generatedValues: readonly unknown[];
}

/** Executes a statement. https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html */
export const executeSql: Operation<StatementInput, Executed> = operation(() => {
  exactFields();
  return {
    name: 'sql',
    service: rdsData,
    command: ExecuteStatementCommand,
    permissions: [{ action: 'rds-data:ExecuteStatement', resources: ['cluster'] }, secretPermission],
    input: input<StatementInput>(statementInput()),
    output: asIs<Executed>(),
    request: ({ resourceArn, secretArn, sql, parameters }) => ({
      resourceArn,
      secretArn,
      sql,
      parameters: toSqlParameters(parameters),
      includeResultMetadata: true,
    }),
    select: ({ records, columnMetadata = [], numberOfRecordsUpdated = 0, generatedFields }) => ({
      rows: toRows(columnMetadata, records ?? []),
      updatedRows: numberOfRecordsUpdated,
      generatedValues: (generatedFields ?? []).map((field) => toValue(field)),
    }),
    // AWS has no idempotency token for this operation, so a statement that AWS may have executed is not retried.
    repeatable: false,
  };
});
