import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { EnableEbsEncryptionByDefaultCommand } from '@aws-sdk/client-ec2';

import { ebsEncryptionByDefault, type EbsEncryptionByDefault } from './ebs-encryption-by-default.js';

/**
 * Enables encryption by default: from now on, EBS encrypts all new volumes and copies of snapshots of the account in the session's region.
 * Existing volumes and snapshots do not change.
 *
 * @example
 * await enableEbsEncryptionByDefault({});
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableEbsEncryptionByDefault.html
 */
export const enableEbsEncryptionByDefault: Operation<AwsInput, EbsEncryptionByDefault> = operation(() => ({
  name: 'enableEbsEncryptionByDefault',
  service: ec2,
  command: EnableEbsEncryptionByDefaultCommand,
  permissions: ['ec2:EnableEbsEncryptionByDefault'],
  input: input<AwsInput>({}),
  output: ebsEncryptionByDefault(),
}));
