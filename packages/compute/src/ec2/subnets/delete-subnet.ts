import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteSubnetCommand } from '@aws-sdk/client-ec2';

export interface DeleteSubnetInput extends AwsInput {
  /** ID of the subnet, e.g. `subnet-0123456789abcdef0`. */
  readonly subnetId: string;
}

/**
 * Deletes one subnet.
 *
 * @example
 * await deleteSubnet('subnet-0123456789abcdef0');
 * @throws {NotFoundError} there is no such subnet in this region.
 * @throws {ConflictError} the subnet still contains network interfaces.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSubnet.html
 */
export const deleteSubnet: Operation<string | DeleteSubnetInput, void, { on: 'subnetId' }> = operation(() => ({
  name: 'deleteSubnet',
  service: ec2,
  command: DeleteSubnetCommand,
  permissions: [{ action: 'ec2:DeleteSubnet', resources: ['subnet'] }],
  key: 'subnetId',
  input: input<DeleteSubnetInput>({ subnetId: ec2Id('subnet') }),
  output: noOutput(),
  deletes: true,
}));
