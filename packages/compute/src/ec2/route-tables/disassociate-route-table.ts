import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DisassociateRouteTableCommand } from '@aws-sdk/client-ec2';

export interface DisassociateRouteTableInput extends AwsInput {
  /** ID of the association, e.g. `rtbassoc-0123456789abcdef0`. */
  readonly associationId: string;
}

/**
 * Disassociates a route table from a subnet. The subnet then uses the main route table of its VPC.
 *
 * @example
 * await disassociateRouteTable(associationId);
 * @throws {NotFoundError} there is no such association in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateRouteTable.html
 */
export const disassociateRouteTable: Operation<
  string | DisassociateRouteTableInput,
  void,
  { on: 'routeTableId' | 'subnetId' }
> = operation(() => ({
  name: 'disassociateRouteTable',
  service: ec2,
  command: DisassociateRouteTableCommand,
  permissions: [{ action: 'ec2:DisassociateRouteTable', resources: ['route-table', 'subnet'] }],
  key: 'associationId',
  input: input<DisassociateRouteTableInput>({ associationId: ec2Id('rtbassoc') }),
  output: noOutput(),
}));
