import { type AwsInput, ec2Id, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeLaunchTemplatesCommand } from '@aws-sdk/client-ec2';

import { launchTemplate, type LaunchTemplate, launchTemplateErrors } from './launch-template.js';

export interface DescribeLaunchTemplateInput extends AwsInput {
  /** The ID of the launch template, e.g. `lt-0123456789abcdef0`. */
  readonly launchTemplateId: string;
}

/**
 * Describes one launch template. Concurrent calls are joined into one request for up to 200 launch templates.
 *
 * @example
 * const { latestVersionNumber } = await describeLaunchTemplate('lt-0123456789abcdef0');
 * @throws {NotFoundError} there is no such launch template in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplates.html
 */
export const describeLaunchTemplate: Operation<string | DescribeLaunchTemplateInput, LaunchTemplate> = operation(
  () => ({
    name: 'describeLaunchTemplate',
    service: ec2,
    command: DescribeLaunchTemplatesCommand,
    permissions: ['ec2:DescribeLaunchTemplates'],
    key: 'launchTemplateId',
    input: input<DescribeLaunchTemplateInput>({ launchTemplateId: ec2Id('lt') }),
    output: launchTemplate(),
    absent: 'not-found',
    batch: {
      limit: 200,
      ids: 'LaunchTemplateIds',
      items: ({ LaunchTemplates }) => LaunchTemplates,
      id: 'LaunchTemplateId',
    },
    errors: launchTemplateErrors,
  }),
);
