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
  /** 1–255 characters, once per VPC. */
  readonly groupName: string;
  /** 1–255 characters; it cannot be changed. */
  readonly description: string;
  readonly vpcId: string;
  readonly tags?: Tags | undefined;
}

/** The name of a security group. */
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

/** Makes a security group that lets nobody in. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
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
  // EC2 refuses an empty list of tags.
  request: ({ groupName, description, tags = {} }) => ({
    GroupName: groupName,
    Description: description,
    ...(Object.keys(tags).length > 0 && {
      TagSpecifications: [{ ResourceType: 'security-group' as const, Tags: toTagList(tags) }],
    }),
  }),
  creates: ({ groupId }) => [groupId],
}));
