import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { ResetEbsDefaultKmsKeyIdCommand } from '@aws-sdk/client-ec2';

import { ebsDefaultKmsKey, type EbsDefaultKmsKey } from './ebs-default-kms-key.js';

/**
 * Makes the AWS managed key `alias/aws/ebs` the default key of EBS in the session's region again. Existing volumes and snapshots keep their key.
 *
 * @example
 * await resetEbsDefaultKmsKeyId({});
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetEbsDefaultKmsKeyId.html
 */
export const resetEbsDefaultKmsKeyId: Operation<AwsInput, EbsDefaultKmsKey> = operation(() => ({
  name: 'resetEbsDefaultKmsKeyId',
  service: ec2,
  command: ResetEbsDefaultKmsKeyIdCommand,
  permissions: ['ec2:ResetEbsDefaultKmsKeyId'],
  input: input<AwsInput>({}),
  output: ebsDefaultKmsKey(),
}));
