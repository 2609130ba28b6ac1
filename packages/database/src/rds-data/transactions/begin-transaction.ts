import { type AwsInput, type AwsResource, input, operation, type Operation, resource, z } from '@arch/core/builder';
import { rdsData } from '@arch/services/rds-data';
import { BeginTransactionCommand, BeginTransactionResponse$ } from '@aws-sdk/client-rds-data';

import { secretPermission, type SqlTarget, sqlTarget } from '../sql-target.js';

export interface BeginTransactionInput extends SqlTarget, AwsInput {}

/** A transaction that waits for its statements. */
export interface BegunTransaction extends AwsResource {
  readonly transactionId: string;
}

/**
 * Begins a transaction, for which `transactionId` then stands in the input of `sql` and `sqlBatch`. AWS rolls it back after 3 minutes without
 * a statement, and after 24 hours. `transaction` does all of it: this is for one that goes on in another process.
 *
 * @example
 * const { transactionId } = await beginTransaction({ resourceArn, secretArn, database: 'shop' });
 * @throws {ConflictError} the cluster or its Data API is not running or is waking up, or the secret does not fit.
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
