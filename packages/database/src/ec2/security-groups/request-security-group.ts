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
  toTagList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateSecurityGroupCommand, CreateSecurityGroupResult$ } from '@aws-sdk/client-ec2';

export interface RequestSecurityGroupInput extends AwsInput {
  /** The name of the security group, 1–255 characters, unique within the VPC. */
  readonly groupName: string;
  /** A description, 1–255 characters. It cannot be changed later. */
  readonly description: string;
  /** The ID of the VPC. */
  readonly vpcId: string;
  /** Tags of the security group, at most 50. */
  readonly tags?: Tags | undefined;
}

/** Checks the name of a security group. */
export const securityGroupName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/,
        '1–255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$* that do not begin with sg-',
      ),
    );

type CreatedGroup = AwsResource & { readonly groupId: string };

/** Creates a security group without rules. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
export const requestSecurityGroup: Operation<RequestSecurityGroupInput, CreatedGroup> = operation(() => ({
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
  input: input<RequestSecurityGroupInput>({
    groupName: securityGroupName(),
    description: text(1, 255),
    vpcId: ec2Id('vpc'),
    tags: z.optional(tagRecord()),
  }),
  output: resource<CreatedGroup>(CreateSecurityGroupResult$, { groupId: z.string() }),
  // EC2 rejects an empty list of tags.
  request: ({ groupName, description, tags = {} }) => ({
    GroupName: groupName,
    Description: description,
    ...(Object.keys(tags).length > 0 && {
      TagSpecifications: [{ ResourceType: 'security-group' as const, Tags: toTagList(tags) }],
    }),
  }),
  creates: ({ groupId }) => [groupId],
}));
