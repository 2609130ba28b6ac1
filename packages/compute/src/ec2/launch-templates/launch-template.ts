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
  /** The ID of the launch template, e.g. `lt-0123456789abcdef0`. */
  readonly launchTemplateId: string;
  /** The name of the launch template. */
  readonly launchTemplateName: string;
  /** The time at which the launch template was created, in UTC. */
  readonly createTime: Date;
  /** The ARN of the principal that created the launch template. */
  readonly createdBy?: string | undefined;
  /** The number of the version that a launch uses by default. */
  readonly defaultVersionNumber?: number | undefined;
  /** The number of the newest version. */
  readonly latestVersionNumber?: number | undefined;
  /** The tags of the launch template itself, by key. */
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

/** The meaning of EC2's error codes for launch templates. */
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
