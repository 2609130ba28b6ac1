import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { redshiftData, statementErrors } from '@arch/services/redshift-data';
import { DescribeStatementCommand } from '@aws-sdk/client-redshift-data';

import { statement, type Statement, statementId } from './statement.js';

export interface DescribeStatementInput extends AwsInput {
  /** ID of the statement or batch, e.g. `d9b6c0c9-0747-4bf4-b142-e8883122f766`. */
  readonly statementId: string;
  /**
   * Time in seconds for which AWS waits for the end of the statement before it responds, 0–30. Default: 0. For more than 20, also increase
   * the option `attemptTimeoutMs`, whose default is 30,000.
   */
  readonly waitTimeSeconds?: number | undefined;
}

/**
 * Describes a statement, or a batch and its statements. AWS keeps statements for 24 hours.
 *
 * @example
 * const { status, resultRows, error } = await describeStatement(statementId);
 * @throws {NotFoundError} there is no such statement, or it is older than 24 hours.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_DescribeStatement.html
 */
export const describeStatement: Operation<string | DescribeStatementInput, Statement> = operation(() => ({
  name: 'describeStatement',
  service: redshiftData,
  command: DescribeStatementCommand,
  permissions: ['redshift-data:DescribeStatement'],
  key: 'statementId',
  input: input<DescribeStatementInput>({
    statementId: statementId(),
    waitTimeSeconds: z.optional(z.int().check(z.gte(0), z.lte(30))),
  }),
  output: statement(),
  request: ({ statementId }) => ({ Id: statementId }),
  errors: statementErrors,
}));
