import { type AwsInput, type input } from '@arch/core/builder';

import { type SqlTarget, sqlTarget, transactionId } from '../sql-target.js';

/** The members that identify a transaction. */
export interface TransactionInput extends Omit<SqlTarget, 'database'>, AwsInput {
  /** The ID of the transaction, which `beginTransaction` returned. */
  readonly transactionId: string;
}

/** Checks the members of {@link TransactionInput}. */
export const transactionInput = (): Parameters<typeof input<TransactionInput>>[0] => {
  const { resourceArn, secretArn } = sqlTarget();
  return { resourceArn, secretArn, transactionId: transactionId() };
};
