import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { rdsData } from '@arch/services/rds-data';
import { CommitTransactionCommand } from '@aws-sdk/client-rds-data';

import { secretPermission } from '../sql-target.js';
import { type TransactionInput, transactionInput } from './transaction-input.js';

export interface CommitTransactionInput extends TransactionInput {}

/**
 * Commits a transaction: its changes take effect. If the response is lost, the changes may have taken effect; the request is not retried.
 *
 * @example
 * await commitTransaction({ transactionId, resourceArn, secretArn });
 * @throws {NotFoundError} there is no such transaction: it has ended, or had no statement for 3 minutes.
 * @throws {ServiceError} the database has rolled back the transaction, because one of its statements failed.
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
