import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteSecurityGroupCommand } from '@aws-sdk/client-ec2';

export interface DeleteSecurityGroupInput extends AwsInput {
  /** e.g. `sg-0123456789abcdef0`. */
  readonly groupId: string;
}

/**
 * Deletes one security group.
 *
 * @example
 * await deleteSecurityGroup('sg-0123456789abcdef0');
 * @throws {NotFoundError} there is none of that ID in this region.
 * @throws {ConflictError} something still uses it, or is in it.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html
 */
export const deleteSecurityGroup: Operation<string | DeleteSecurityGroupInput, void> = operation(() => ({
  name: 'deleteSecurityGroup',
  service: ec2,
  command: DeleteSecurityGroupCommand,
  permissions: [{ action: 'ec2:DeleteSecurityGroup', resources: ['security-group'] }],
  key: 'groupId',
  input: input<DeleteSecurityGroupInput>({ groupId: ec2Id('sg') }),
  output: noOutput(),
  deletes: true,
}));
