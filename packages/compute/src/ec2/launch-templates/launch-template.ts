import {
  alreadyExists,
  type AwsResource,
  type ErrorTable,
  optionalString,
  notFound,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { LaunchTemplate$ } from '@aws-sdk/client-ec2';

/** A launch template. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplate.html */
export interface LaunchTemplate extends AwsResource {
  /** e.g. `lt-0123456789abcdef0`. */
  readonly launchTemplateId: string;
  readonly launchTemplateName: string;
  readonly createTime: Date;
  readonly createdBy?: string | undefined;
  readonly defaultVersionNumber?: number | undefined;
  readonly latestVersionNumber?: number | undefined;
  readonly tags: Tags;
}

/** Parses one EC2 `LaunchTemplate` structure. */
export const launchTemplate = (): Schema<LaunchTemplate> =>
  resource<LaunchTemplate>(LaunchTemplate$, {
    launchTemplateId: z.string(),
    launchTemplateName: z.string(),
    createTime: z.date(),
    createdBy: optionalString(),
    defaultVersionNumber: z.optional(z.number()),
    latestVersionNumber: z.optional(z.number()),
    tags: tags(),
  });

/** EC2's codes about launch templates. */
export const launchTemplateErrors: ErrorTable = {
  'InvalidLaunchTemplateId.NotFound': notFound({ resource: 'launch template', member: 'launchTemplateId' }),
  'InvalidLaunchTemplateId.NotFoundException': notFound({ resource: 'launch template', member: 'launchTemplateId' }),
  'InvalidLaunchTemplateName.AlreadyExistsException': alreadyExists({
    resource: 'launch template',
    member: 'launchTemplateName',
  }),
  'InvalidLaunchTemplateName.NotFoundException': notFound({
    resource: 'launch template',
    member: 'launchTemplateName',
  }),
};
