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

/** What a security group is. */
export interface RequestSecurityGroupInput extends AwsInput {
  /** 1–255 characters, once per VPC. */
  readonly groupName: string;
  /** 1–255 characters; it cannot be changed. */
  readonly description: string;
  readonly vpcId: string;
  readonly tags?: Tags | undefined;
}

/** The members of {@link RequestSecurityGroupInput}, checked. */
export const securityGroupFields = (): Parameters<typeof input<RequestSecurityGroupInput>>[0] => ({
  groupName: z
    .string()
    .check(
      z.regex(
        /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/,
        '1 to 255 letters, digits, blanks and ._-:/()#,@[]+=&;{}!$*, that do not begin with sg-',
      ),
    ),
  description: text(1, 255),
  vpcId: ec2Id('vpc'),
  tags: z.optional(tagRecord()),
});

/** The ID of a group that was made. */
export interface CreatedSecurityGroup extends AwsResource {
  readonly groupId: string;
}

/** Makes the group itself. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
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
      when: 'tags are given',
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
