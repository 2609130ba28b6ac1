import { type AwsInput, type AwsResource, input, operation, type Operation, resource, z } from '@arch/core/builder';
import { rdsData } from '@arch/services/rds-data';
import { BeginTransactionCommand, BeginTransactionResponse$ } from '@aws-sdk/client-rds-data';

import { secretPermission, type SqlTarget, sqlTarget } from '../sql-target.js';

export interface BeginTransactionInput extends SqlTarget, AwsInput {}

/** A transaction that has begun. */
export interface BegunTransaction extends AwsResource {
  /** The ID of the transaction. */
  readonly transactionId: string;
}

/**
 * Begins a transaction. Pass its `transactionId` to `sql`, `sqlBatch`, and then `commitTransaction` or `rollbackTransaction`. AWS rolls back
 * the transaction after 3 minutes without a statement, and after 24 hours. Use `transaction` instead unless several processes share the
 * transaction.
 *
 * @example
 * const { transactionId } = await beginTransaction({ resourceArn, secretArn, database: 'shop' });
 * @throws {ConflictError} the cluster is not running or is resuming, its Data API is not enabled, or the secret is not valid.
 * @throws {NotFoundError} there is no such cluster or secret.
 * @see https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BeginTransaction.html
 */
export const beginTransaction: Operation<BeginTransactionInput, BegunTransaction, { on: 'resourceArn' | 'secretArn' }> =
  operation(() => ({
    name: 'beginTransaction',
    service: rdsData,
    command: BeginTransactionCommand,
    repeatable: true,
    permissions: [{ action: 'rds-data:BeginTransaction', resources: ['cluster'] }, secretPermission],
    input: input<BeginTransactionInput>(sqlTarget()),
    output: resource<BegunTransaction>(BeginTransactionResponse$, { transactionId: z.string() }),
  }));
