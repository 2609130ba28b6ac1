import { type AwsInput, input, operation, type Operation, text, z } from '@arch/core/builder';
import { redshiftData } from '@arch/services/redshift-data';
import { BatchExecuteStatementCommand } from '@aws-sdk/client-redshift-data';

import { type SqlParameters, sqlParameters, toSqlParameters } from '../sql-parameters.js';
import { sqlPermissions, type SqlTarget, sqlTarget } from '../sql-target.js';
import { sqlStatement } from './sql-input.js';
import { type Submitted, submitted } from './submit-statement.js';

/** SQL statements that run one after the other, their parameters and their target. */
export interface SqlBatchInput extends SqlTarget, AwsInput {
  /** 1–40 SQL statements, each of at most 100 KB. */
  readonly sqls: readonly string[];
  /** Values of the parameters of all statements by name. At least one statement must use each parameter. */
  readonly parameters?: SqlParameters | undefined;
  /** Name of the batch for `listStatements`, 1–500 characters. */
  readonly statementName?: string | undefined;
}

/** Checks the members of a {@link SqlBatchInput}. */
export const sqlBatchInput = (): Parameters<typeof input<SqlBatchInput>>[0] => ({
  ...sqlTarget(),
  sqls: z.array(sqlStatement()).check(z.minLength(1), z.maxLength(40)),
  parameters: z.optional(sqlParameters()),
  statementName: z.optional(text(1, 500)),
});

/** Submits statements as one transaction. A retry has the same idempotency token, so AWS runs the batch once. */
export const submitStatements: Operation<SqlBatchInput, Submitted> = operation(() => ({
  name: 'executeStatements',
  service: redshiftData,
  command: BatchExecuteStatementCommand,
  permissions: [
    { action: 'redshift-data:BatchExecuteStatement', resources: ['cluster', 'workgroup'] },
    ...sqlPermissions,
  ],
  input: input<SqlBatchInput>(sqlBatchInput()),
  output: submitted(),
  request: ({ sqls, parameters }) => ({
    Sqls: [...sqls],
    ExecutionMode: 'TRANSACTION' as const,
    Parameters: toSqlParameters(parameters),
  }),
}));
