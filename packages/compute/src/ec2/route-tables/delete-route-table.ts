import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteRouteTableCommand } from '@aws-sdk/client-ec2';

export interface DeleteRouteTableInput extends AwsInput {
  /** ID of the route table, e.g. `rtb-0123456789abcdef0`. */
  readonly routeTableId: string;
}

/**
 * Deletes one route table.
 *
 * @example
 * await deleteRouteTable('rtb-0123456789abcdef0');
 * @throws {NotFoundError} there is no such route table in this region.
 * @throws {ConflictError} the route table is still associated with a subnet, or is the main route table of its VPC.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteRouteTable.html
 */
export const deleteRouteTable: Operation<string | DeleteRouteTableInput, void, { on: 'routeTableId' }> = operation(
  () => ({
    name: 'deleteRouteTable',
    service: ec2,
    command: DeleteRouteTableCommand,
    permissions: [{ action: 'ec2:DeleteRouteTable', resources: ['route-table'] }],
    key: 'routeTableId',
    input: input<DeleteRouteTableInput>({ routeTableId: ec2Id('rtb') }),
    output: noOutput(),
    deletes: true,
  }),
);
