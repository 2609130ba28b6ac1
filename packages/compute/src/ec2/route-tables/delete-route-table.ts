import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteRouteTableCommand } from '@aws-sdk/client-ec2';

export interface DeleteRouteTableInput extends AwsInput {
  /** e.g. `rtb-0123456789abcdef0`. */
  readonly routeTableId: string;
}

/**
 * Deletes one route table.
 *
 * @example
 * await deleteRouteTable('rtb-0123456789abcdef0');
 * @throws {NotFoundError} there is none of that ID in this region.
 * @throws {ConflictError} something still uses it, or is in it.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteRouteTable.html
 */
export const deleteRouteTable: Operation<string | DeleteRouteTableInput, void> = operation(() => ({
  name: 'deleteRouteTable',
  service: ec2,
  command: DeleteRouteTableCommand,
  permissions: [{ action: 'ec2:DeleteRouteTable', resources: ['route-table'] }],
  key: 'routeTableId',
  input: input<DeleteRouteTableInput>({ routeTableId: ec2Id('rtb') }),
  output: noOutput(),
  deletes: true,
}));
