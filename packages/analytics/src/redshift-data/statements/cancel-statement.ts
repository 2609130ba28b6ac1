import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { redshiftData, statementErrors } from '@arch/services/redshift-data';
import { CancelStatementCommand } from '@aws-sdk/client-redshift-data';

import { statementId } from './statement.js';

export interface CancelStatementInput extends AwsInput {
  readonly statementId: string;
}

/**
 * Cancels a statement that runs or waits, or a whole batch. One that is over stays what it is, and AWS says so.
 *
 * @example
 * await cancelStatement(statementId);
 * @throws {NotFoundError} there is no such statement, or it is older than 24 hours.
 * @throws {InvalidRequestError} the statement is over.
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_CancelStatement.html
 */
export const cancelStatement: Operation<string | CancelStatementInput, void> = operation(() => ({
  name: 'cancelStatement',
  service: redshiftData,
  command: CancelStatementCommand,
  permissions: ['redshift-data:CancelStatement'],
  key: 'statementId',
  input: input<CancelStatementInput>({ statementId: statementId() }),
  output: noOutput(),
  request: ({ statementId }) => ({ Id: statementId }),
  errors: statementErrors,
}));
