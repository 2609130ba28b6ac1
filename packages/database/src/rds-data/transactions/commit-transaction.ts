import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { rdsData } from '@arch/services/rds-data';
import { CommitTransactionCommand } from '@aws-sdk/client-rds-data';

import { secretPermission } from '../sql-target.js';
import { type TransactionInput, transactionInput } from './transaction-input.js';

export interface CommitTransactionInput extends TransactionInput {}

/**
 * Ends a transaction so that its changes take effect. Where the answer is lost it is not known whether they have: it is not sent again.
 *
 * @example
 * await commitTransaction({ transactionId, resourceArn, secretArn });
 * @throws {NotFoundError} there is no such transaction: it has ended, or had no statement for 3 minutes.
 * @throws {ServiceError} the database has rolled it back, because a statement of it had failed.
 * @see https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_CommitTransaction.html
 */
export const commitTransaction: Operation<CommitTransactionInput, void, { on: 'resourceArn' | 'secretArn' }> =
  operation(() => ({
    name: 'commitTransaction',
    service: rdsData,
    command: CommitTransactionCommand,
    permissions: [{ action: 'rds-data:CommitTransaction', resources: ['cluster'] }, secretPermission],
    input: input<CommitTransactionInput>(transactionInput()),
    output: noOutput(),
    repeatable: false,
  }));
