import { ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteSecurityGroupCommand } from '@aws-sdk/client-ec2';

/** Deletes a new security group after AWS has rejected its rules. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html */
export const deleteNewGroup: Operation<{ readonly groupId: string }, void> = operation(() => ({
  service: ec2,
  command: DeleteSecurityGroupCommand,
  permissions: [{ action: 'ec2:DeleteSecurityGroup', resources: ['security-group'] }],
  input: input<{ readonly groupId: string }>({ groupId: ec2Id('sg') }),
  output: noOutput(),
  deletes: true,
}));
