import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteVpcCommand } from '@aws-sdk/client-ec2';

export interface DeleteVpcInput extends AwsInput {
  /** ID of the VPC, e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
}

/**
 * Deletes one VPC.
 *
 * @example
 * await deleteVpc('vpc-0123456789abcdef0');
 * @throws {NotFoundError} there is no such VPC in this region.
 * @throws {ConflictError} the VPC still contains resources, e.g. subnets or security groups.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpc.html
 */
export const deleteVpc: Operation<string | DeleteVpcInput, void, { on: 'vpcId' }> = operation(() => ({
  name: 'deleteVpc',
  service: ec2,
  command: DeleteVpcCommand,
  permissions: [{ action: 'ec2:DeleteVpc', resources: ['vpc'] }],
  key: 'vpcId',
  input: input<DeleteVpcInput>({ vpcId: ec2Id('vpc') }),
  output: noOutput(),
  deletes: true,
}));
