import {
  type AwsInput,
  input,
  type InputFields,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  toTagSpecifications,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateLaunchTemplateCommand, type RequestLaunchTemplateData } from '@aws-sdk/client-ec2';

import { type LaunchData, launchDataFields, toLaunchData, toMetadataOptions } from '../launch-data.js';
import type { ResolvedImage } from '../resolve-image.js';
import { launchTemplate, type LaunchTemplate, launchTemplateErrors } from './launch-template.js';

/** The settings of instances that are launched from the template. */
export interface LaunchTemplateData extends LaunchData {
  /** Tags of the instances and of their volumes, at most 50. */
  readonly instanceTags?: Tags | undefined;
}

/** Checks the members of {@link LaunchTemplateData}. */
export const launchTemplateFields = (): InputFields<LaunchTemplateData> => ({
  ...launchDataFields(),
  instanceTags: z.optional(tagRecord()),
});

/** Returns the settings of a template in AWS's form. */
export const toTemplateData = (data: LaunchTemplateData, resolved: ResolvedImage): RequestLaunchTemplateData => ({
  ...toLaunchData(data, resolved),
  ImageId: resolved.imageId,
  InstanceType: data.instanceType as never,
  KeyName: data.keyName,
  SecurityGroupIds: data.securityGroupIds && [...data.securityGroupIds],
  MetadataOptions: toMetadataOptions(data.metadataOptions),
  TagSpecifications: toTagSpecifications(data.instanceTags, 'instance', 'volume'),
});

interface RequestLaunchTemplateInput extends AwsInput {
  readonly launchTemplateName: string;
  readonly data: RequestLaunchTemplateData;
  readonly tags?: Tags | undefined;
}

/** Sends the request of `createLaunchTemplate`. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html */
export const requestLaunchTemplate: Operation<RequestLaunchTemplateInput, LaunchTemplate> = operation(() => ({
  service: ec2,
  command: CreateLaunchTemplateCommand,
  permissions: [
    { action: 'ec2:CreateLaunchTemplate', resources: ['launch-template'] },
    {
      action: 'ec2:CreateTags',
      resources: ['launch-template'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateLaunchTemplate' } },
      with: 'tags',
    },
  ],
  input: input<RequestLaunchTemplateInput>({
    launchTemplateName: z.string(),
    data: z.custom<RequestLaunchTemplateData>(),
    tags: z.optional(tagRecord()),
  }),
  output: launchTemplate(),
  request: ({ launchTemplateName, data, tags }) => ({
    LaunchTemplateName: launchTemplateName,
    LaunchTemplateData: data,
    TagSpecifications: toTagSpecifications(tags, 'launch-template'),
  }),
  select: ({ LaunchTemplate }) => LaunchTemplate,
  creates: ({ launchTemplateId }) => [launchTemplateId],
  errors: launchTemplateErrors,
}));
