import {
  type AwsInput,
  type AwsResource,
  ec2Id,
  input,
  operation,
  type Operation,
  resource,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { AssociateRouteTableCommand, AssociateRouteTableResult$ } from '@aws-sdk/client-ec2';

export interface AssociateRouteTableInput extends AwsInput {
  /** ID of the route table, e.g. `rtb-0123456789abcdef0`. */
  readonly routeTableId: string;
  /** ID of the subnet, e.g. `subnet-0123456789abcdef0`. */
  readonly subnetId: string;
}

/** The association of a route table with a subnet. */
export interface AssociatedRouteTable extends AwsResource {
  /** ID of the association, e.g. `rtbassoc-0123456789abcdef0`. `disassociateRouteTable` requires it. */
  readonly associationId: string;
}

/**
 * Associates a route table with a subnet, which then uses its routes.
 *
 * @example
 * const { associationId } = await associateRouteTable({ routeTableId, subnetId });
 * @throws {ConflictError} the subnet is already associated with a route table.
 * @throws {NotFoundError} there is no such route table or subnet in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html
 */
export const associateRouteTable: Operation<
  AssociateRouteTableInput,
  AssociatedRouteTable,
  { on: 'routeTableId' | 'subnetId' }
> = operation(() => ({
  name: 'associateRouteTable',
  service: ec2,
  command: AssociateRouteTableCommand,
  repeatable: 'refused',
  permissions: [{ action: 'ec2:AssociateRouteTable', resources: ['route-table', 'subnet'] }],
  input: input<AssociateRouteTableInput>({ routeTableId: ec2Id('rtb'), subnetId: ec2Id('subnet') }),
  output: resource<AssociatedRouteTable>(AssociateRouteTableResult$, { associationId: z.string() }),
}));
