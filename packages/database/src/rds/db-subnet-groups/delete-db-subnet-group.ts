import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ownSubnetGroupName, rds } from '@arch/services/rds';
import { DeleteDBSubnetGroupCommand } from '@aws-sdk/client-rds';

export interface DeleteDbSubnetGroupInput extends AwsInput {
  /** The name of the DB subnet group, e.g. `private`; not `default`. */
  readonly dbSubnetGroupName: string;
}

/**
 * Deletes a DB subnet group. Its subnets are not deleted.
 *
 * @example
 * await deleteDbSubnetGroup('private');
 * @throws {NotFoundError} there is no such DB subnet group in this region.
 * @throws {ConflictError} a DB instance still uses the DB subnet group, possibly one that AWS is deleting.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBSubnetGroup.html
 */
export const deleteDbSubnetGroup: Operation<string | DeleteDbSubnetGroupInput, void, { on: 'dbSubnetGroupName' }> =
  operation(() => ({
    name: 'deleteDbSubnetGroup',
    service: rds,
    command: DeleteDBSubnetGroupCommand,
    permissions: [{ action: 'rds:DeleteDBSubnetGroup', resources: ['subgrp'] }],
    key: 'dbSubnetGroupName',
    input: input<DeleteDbSubnetGroupInput>({ dbSubnetGroupName: ownSubnetGroupName() }),
    output: noOutput(),
    deletes: true,
  }));
