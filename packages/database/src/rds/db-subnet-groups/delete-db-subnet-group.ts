import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ownSubnetGroupName, rds } from '@arch/services/rds';
import { DeleteDBSubnetGroupCommand } from '@aws-sdk/client-rds';

export interface DeleteDbSubnetGroupInput extends AwsInput {
  /** e.g. `private`; not `default`. */
  readonly dbSubnetGroupName: string;
}

/**
 * Deletes a DB subnet group; its subnets stay.
 *
 * @example
 * await deleteDbSubnetGroup('private');
 * @throws {NotFoundError} there is no such group in this region.
 * @throws {ConflictError} an instance still uses it, also one that is being deleted.
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
