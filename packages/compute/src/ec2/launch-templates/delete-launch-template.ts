import { type AwsInput, ec2Id, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteLaunchTemplateCommand } from '@aws-sdk/client-ec2';

import { launchTemplateErrors } from './launch-template.js';

export interface DeleteLaunchTemplateInput extends AwsInput {
  /** The ID of the launch template, e.g. `lt-0123456789abcdef0`. */
  readonly launchTemplateId: string;
}

/**
 * Deletes a launch template with all its versions. Its instances continue to run. Auto Scaling groups that use it can no longer launch
 * instances.
 *
 * @example
 * await deleteLaunchTemplate('lt-0123456789abcdef0');
 * @throws {NotFoundError} there is no such launch template in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteLaunchTemplate.html
 */
export const deleteLaunchTemplate: Operation<string | DeleteLaunchTemplateInput, void, { on: 'launchTemplateId' }> =
  operation(() => ({
    name: 'deleteLaunchTemplate',
    service: ec2,
    command: DeleteLaunchTemplateCommand,
    permissions: [{ action: 'ec2:DeleteLaunchTemplate', resources: ['launch-template'] }],
    key: 'launchTemplateId',
    input: input<DeleteLaunchTemplateInput>({ launchTemplateId: ec2Id('lt') }),
    output: noOutput(),
    deletes: true,
    errors: launchTemplateErrors,
  }));
