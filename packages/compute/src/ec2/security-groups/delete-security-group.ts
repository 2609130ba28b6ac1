import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteSecurityGroupCommand } from '@aws-sdk/client-ec2';

export interface DeleteSecurityGroupInput extends AwsInput {
  /** ID of the security group, e.g. `sg-0123456789abcdef0`. */
  readonly groupId: string;
}

/**
 * Deletes one security group.
 *
 * @example
 * await deleteSecurityGroup('sg-0123456789abcdef0');
 * @throws {NotFoundError} there is no such security group in this region.
 * @throws {ConflictError} a resource or a rule of another security group still uses the group.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html
 */
export const deleteSecurityGroup: Operation<string | DeleteSecurityGroupInput, void, { on: 'groupId' }> = operation(
  () => ({
    name: 'deleteSecurityGroup',
    service: ec2,
    command: DeleteSecurityGroupCommand,
    permissions: [{ action: 'ec2:DeleteSecurityGroup', resources: ['security-group'] }],
    key: 'groupId',
    input: input<DeleteSecurityGroupInput>({ groupId: ec2Id('sg') }),
    output: noOutput(),
    deletes: true,
  }),
);
