import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { GetEbsEncryptionByDefaultCommand } from '@aws-sdk/client-ec2';

import { ebsEncryptionByDefault, type EbsEncryptionByDefault } from './ebs-encryption-by-default.js';

/**
 * Returns whether EBS encrypts all new volumes and copies of snapshots of the account in the session's region.
 *
 * @example
 * const { ebsEncryptionByDefault } = await getEbsEncryptionByDefault({});
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetEbsEncryptionByDefault.html
 */
export const getEbsEncryptionByDefault: Operation<AwsInput, EbsEncryptionByDefault> = operation(() => ({
  name: 'getEbsEncryptionByDefault',
  service: ec2,
  command: GetEbsEncryptionByDefaultCommand,
  permissions: ['ec2:GetEbsEncryptionByDefault'],
  input: input<AwsInput>({}),
  output: ebsEncryptionByDefault(),
}));
