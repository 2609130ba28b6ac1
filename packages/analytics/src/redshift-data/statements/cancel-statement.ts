import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { redshiftData, statementErrors } from '@arch/services/redshift-data';
import { CancelStatementCommand } from '@aws-sdk/client-redshift-data';

import { statementId } from './statement.js';

export interface CancelStatementInput extends AwsInput {
  /** ID of the statement or batch, e.g. `d9b6c0c9-0747-4bf4-b142-e8883122f766`. */
  readonly statementId: string;
}

/**
 * Cancels a running or waiting statement, or a whole batch.
 *
 * @example
 * await cancelStatement(statementId);
 * @throws {NotFoundError} there is no such statement, or it is older than 24 hours.
 * @throws {InvalidRequestError} the statement has already ended.
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
