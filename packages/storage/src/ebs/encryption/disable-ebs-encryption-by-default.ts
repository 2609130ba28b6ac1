import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DisableEbsEncryptionByDefaultCommand } from '@aws-sdk/client-ec2';

import { ebsEncryptionByDefault, type EbsEncryptionByDefault } from './ebs-encryption-by-default.js';

/**
 * Disables encryption by default: a new volume of the account in the session's region is encrypted only if its creation requests it.
 * `createVolume` requests it by default. Existing volumes and snapshots do not change.
 *
 * @example
 * await disableEbsEncryptionByDefault({});
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableEbsEncryptionByDefault.html
 */
export const disableEbsEncryptionByDefault: Operation<AwsInput, EbsEncryptionByDefault> = operation(() => ({
  name: 'disableEbsEncryptionByDefault',
  service: ec2,
  command: DisableEbsEncryptionByDefaultCommand,
  permissions: ['ec2:DisableEbsEncryptionByDefault'],
  input: input<AwsInput>({}),
  output: ebsEncryptionByDefault(),
}));
