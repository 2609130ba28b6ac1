import {
  type AwsInput,
  type AwsResource,
  ec2Id,
  input,
  operation,
  type Operation,
  resource,
  tagRecord,
  type Tags,
  text,
  z,
  toTagSpecifications,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateSecurityGroupCommand, CreateSecurityGroupResult$ } from '@aws-sdk/client-ec2';

/** Name, description, VPC and tags of a new security group. */
export interface RequestSecurityGroupInput extends AwsInput {
  /** Name of the security group, unique in the VPC: 1–255 characters. */
  readonly groupName: string;
  /** Description of the security group: 1–255 characters. It cannot be changed later. */
  readonly description: string;
  /** ID of the VPC, e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
  /** Tags of the security group. */
  readonly tags?: Tags | undefined;
}

/** The schemas of the members of {@link RequestSecurityGroupInput}. */
export const securityGroupFields = (): Parameters<typeof input<RequestSecurityGroupInput>>[0] => ({
  groupName: z
    .string()
    .check(
      z.regex(
        /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/,
        '1 to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, not beginning with "sg-"',
      ),
    ),
  description: text(1, 255),
  vpcId: ec2Id('vpc'),
  tags: z.optional(tagRecord()),
});

/** The ID of a new security group. */
export interface CreatedSecurityGroup extends AwsResource {
  /** ID of the security group, e.g. `sg-0123456789abcdef0`. */
  readonly groupId: string;
}

/** Creates a security group without inbound rules. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
export const requestSecurityGroup: Operation<RequestSecurityGroupInput, CreatedSecurityGroup> = operation(() => ({
  service: ec2,
  command: CreateSecurityGroupCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'ec2:CreateSecurityGroup', resources: ['security-group', 'vpc'] },
    {
      action: 'ec2:CreateTags',
      resources: ['security-group'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateSecurityGroup' } },
      with: 'tags',
    },
  ],
  input: input<RequestSecurityGroupInput>(securityGroupFields()),
  output: resource<CreatedSecurityGroup>(CreateSecurityGroupResult$, { groupId: z.string() }),
  request: ({ groupName, description, tags }) => ({
    GroupName: groupName,
    Description: description,
    TagSpecifications: toTagSpecifications(tags, 'security-group'),
  }),
  creates: ({ groupId }) => [groupId],
}));
