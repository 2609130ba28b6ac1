import { type AwsInput, input, operation, type Operation, text, z } from '@arch/core/builder';
import { redshiftData } from '@arch/services/redshift-data';
import { BatchExecuteStatementCommand } from '@aws-sdk/client-redshift-data';

import { type SqlParameters, sqlParameters, toSqlParameters } from '../sql-parameters.js';
import { sqlPermissions, type SqlTarget, sqlTarget } from '../sql-target.js';
import { sqlStatement } from './sql-input.js';
import { type Submitted, submitted } from './submit-statement.js';

/** Statements that run one after the other, and where. */
export interface SqlBatchInput extends SqlTarget, AwsInput {
  /** 1–40 statements. */
  readonly sqls: readonly string[];
  /** Values by name, for all of them; each has to be named by at least one. */
  readonly parameters?: SqlParameters | undefined;
  /** A name by which `listStatements` finds the batch. */
  readonly statementName?: string | undefined;
}

/** The members of a {@link SqlBatchInput}, checked. */
export const sqlBatchInput = (): Parameters<typeof input<SqlBatchInput>>[0] => ({
  ...sqlTarget(),
  sqls: z.array(sqlStatement()).check(z.minLength(1), z.maxLength(40)),
  parameters: z.optional(sqlParameters()),
  statementName: z.optional(text(1, 500)),
});

/** Hands statements to AWS as one transaction. A retry is the same batch: AWS knows it by its token. */
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
