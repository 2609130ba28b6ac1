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
  readonly routeTableId: string;
  readonly subnetId: string;
}

/** What undoes the association. */
export interface AssociatedRouteTable extends AwsResource {
  readonly associationId: string;
}

/**
 * Makes a route table that of a subnet.
 *
 * @example
 * const { associationId } = await associateRouteTable({ routeTableId, subnetId });
 * @throws {ConflictError} the subnet has one of its own already.
 * @throws {NotFoundError} there is no such route table or subnet in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html
 */
export const associateRouteTable: Operation<AssociateRouteTableInput, AssociatedRouteTable> = operation(() => ({
  name: 'associateRouteTable',
  service: ec2,
  command: AssociateRouteTableCommand,
  repeatable: 'refused',
  permissions: [{ action: 'ec2:AssociateRouteTable', resources: ['route-table', 'subnet'] }],
  input: input<AssociateRouteTableInput>({ routeTableId: ec2Id('rtb'), subnetId: ec2Id('subnet') }),
  output: resource<AssociatedRouteTable>(AssociateRouteTableResult$, { associationId: z.string() }),
}));
