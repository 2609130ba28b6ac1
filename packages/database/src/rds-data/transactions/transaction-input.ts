import { type AwsInput, type input } from '@arch/core/builder';

import { type SqlTarget, sqlTarget, transactionId } from '../sql-target.js';

/** A transaction, and where it is. */
export interface TransactionInput extends Omit<SqlTarget, 'database'>, AwsInput {
  readonly transactionId: string;
}

/** The members of a {@link TransactionInput}, checked. */
export const transactionInput = (): Parameters<typeof input<TransactionInput>>[0] => {
  const { resourceArn, secretArn } = sqlTarget();
  return { resourceArn, secretArn, transactionId: transactionId() };
};
