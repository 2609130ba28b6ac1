import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { rdsData } from '@arch/services/rds-data';
import { RollbackTransactionCommand } from '@aws-sdk/client-rds-data';

import { secretPermission } from '../sql-target.js';
import { type TransactionInput, transactionInput } from './transaction-input.js';

export interface RollbackTransactionInput extends TransactionInput {}

/**
 * Rolls back a transaction: none of its changes takes effect. AWS rolls back a transaction after 3 minutes without a statement.
 *
 * @example
 * await rollbackTransaction({ transactionId, resourceArn, secretArn });
 * @throws {NotFoundError} there is no such transaction: it has ended.
 * @see https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_RollbackTransaction.html
 */
export const rollbackTransaction: Operation<RollbackTransactionInput, void, { on: 'resourceArn' | 'secretArn' }> =
  operation(() => ({
    name: 'rollbackTransaction',
    service: rdsData,
    command: RollbackTransactionCommand,
    permissions: [{ action: 'rds-data:RollbackTransaction', resources: ['cluster'] }, secretPermission],
    input: input<RollbackTransactionInput>(transactionInput()),
    output: noOutput(),
  }));
