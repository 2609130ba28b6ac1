import {
  type AwsInput,
  checkAwsMembers,
  input,
  type Operation,
  tagRecord,
  type Tags,
  task,
  z,
} from '@arch/core/builder';
import { CreateLaunchTemplateCommand } from '@aws-sdk/client-ec2';

import { resolveImage } from '../resolve-image.js';
import { describeImage, findLatestImage } from '../images/index.js';
import type { LaunchTemplate } from './launch-template.js';
import {
  type LaunchTemplateData,
  launchTemplateFields,
  requestLaunchTemplate,
  toTemplateData,
} from './request-launch-template.js';

export interface CreateLaunchTemplateInput extends LaunchTemplateData, AwsInput {
  /** The name of the launch template, 3–128 letters, digits and `().-/_`, unique in the account and region. */
  readonly launchTemplateName: string;
  /** Tags of the launch template itself, at most 50. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a launch template with its first version. By default, IMDSv2 is required and volumes are encrypted. A retry never creates a
 * second launch template.
 *
 * @example
 * const { launchTemplateId } = await createLaunchTemplate({ launchTemplateName: 'web', image: { os: 'amazon-linux-2023' }, instanceType: 't3.micro' });
 * @throws {AlreadyExistsError} there is already a launch template with this name in this region.
 * @throws {NotFoundError} there is no such image in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html
 */
export const createLaunchTemplate: Operation<
  CreateLaunchTemplateInput,
  LaunchTemplate,
  { on: 'launchTemplateId'; with: 'tags' }
> = task(() => ({
  name: 'createLaunchTemplate',
  input: input<CreateLaunchTemplateInput>({
    ...launchTemplateFields(),
    launchTemplateName: z.string().check(z.regex(/^[\w()./-]{3,128}$/, '3–128 letters, digits and ().-/_')),
    tags: z.optional(tagRecord()),
  }),
  uses: [describeImage, findLatestImage, requestLaunchTemplate],
  run: async (
    { launchTemplateName, tags, aws, image, volumes = [], encryptVolumes = true, ...data },
    options,
    steps,
  ) => {
    checkAwsMembers('createLaunchTemplate', CreateLaunchTemplateCommand, aws);
    const resolved = await resolveImage({ image, volumes, encryptVolumes }, (wanted) =>
      typeof wanted === 'string' ? describeImage(wanted, options) : findLatestImage(wanted, options),
    );
    const request = { launchTemplateName, tags, aws, data: toTemplateData(data, resolved) };
    const exists = `the launch template ${launchTemplateName} may exist: describeLaunchTemplate shows it`;
    return steps.making(exists, requestLaunchTemplate(request, options));
  },
}));
