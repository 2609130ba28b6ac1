import { ec2Id, input, noOutput, operation, type Operation, z, cidrBlock } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { databasePort } from '@arch/services/rds';
import { AuthorizeSecurityGroupIngressCommand } from '@aws-sdk/client-ec2';

export interface AuthorizeIngressInput {
  readonly groupId: string;
  readonly port: number;
  readonly fromSecurityGroupIds: readonly string[];
  readonly fromCidrs: readonly string[];
}

/** Adds rules that allow security groups and IPv4 blocks to connect to a port. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html */
export const authorizeIngress: Operation<AuthorizeIngressInput, void> = operation(() => ({
  service: ec2,
  command: AuthorizeSecurityGroupIngressCommand,
  repeatable: 'refused',
  permissions: [{ action: 'ec2:AuthorizeSecurityGroupIngress', resources: ['security-group'] }],
  input: input<AuthorizeIngressInput>({
    groupId: ec2Id('sg'),
    port: databasePort(),
    fromSecurityGroupIds: z.array(ec2Id('sg')),
    fromCidrs: z.array(cidrBlock(8, 32)),
  }),
  output: noOutput(),
  request: ({ groupId, port, fromSecurityGroupIds, fromCidrs }) => ({
    GroupId: groupId,
    IpPermissions: [
      {
        IpProtocol: 'tcp',
        FromPort: port,
        ToPort: port,
        ...(fromSecurityGroupIds.length > 0 && {
          UserIdGroupPairs: fromSecurityGroupIds.map((GroupId) => ({ GroupId })),
        }),
        ...(fromCidrs.length > 0 && { IpRanges: fromCidrs.map((CidrIp) => ({ CidrIp })) }),
      },
    ],
  }),
}));
