import { asIs, input, operation, type Operation } from '@arch/core/builder';
import { exactFields, rdsData } from '@arch/services/rds-data';
import { BatchExecuteStatementCommand } from '@aws-sdk/client-rds-data';

import { toSqlParameters } from '../sql-parameters.js';
import { secretPermission } from '../sql-target.js';
import { batchInput, type BatchInput } from './batch-input.js';
import { toValue } from '../to-rows.js';

/** The result of a batch. */
export interface SqlBatchResult {
  /** The keys that MySQL generated, for each set of parameters. Empty for PostgreSQL, which does not report generated keys. */
  readonly generatedValues: readonly (readonly unknown[])[];
}

/** Executes a statement for several sets of parameters. https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BatchExecuteStatement.html */
export const executeBatch: Operation<BatchInput, SqlBatchResult> = operation(() => {
  exactFields();
  return {
    name: 'sqlBatch',
    service: rdsData,
    command: BatchExecuteStatementCommand,
    permissions: [{ action: 'rds-data:BatchExecuteStatement', resources: ['cluster'] }, secretPermission],
    input: input<BatchInput>(batchInput()),
    output: asIs<SqlBatchResult>(),
    request: ({ resourceArn, secretArn, sql, parameterSets }) => ({
      resourceArn,
      secretArn,
      sql,
      parameterSets: parameterSets.map(toSqlParameters),
    }),
    select: ({ updateResults = [] }) => ({
      generatedValues: updateResults.map(({ generatedFields = [] }) => generatedFields.map((field) => toValue(field))),
    }),
    // AWS has no idempotency token for this operation, so a batch that AWS may have executed is not retried.
    repeatable: false,
  };
});
