import { type AwsInput, input, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { GetEbsDefaultKmsKeyIdCommand } from '@aws-sdk/client-ec2';

import { ebsDefaultKmsKey, type EbsDefaultKmsKey } from './ebs-default-kms-key.js';

/**
 * Returns the KMS key with which EBS encrypts volumes and snapshots in the session's region if a request names no key.
 *
 * @example
 * const { kmsKeyId } = await getEbsDefaultKmsKeyId({});
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetEbsDefaultKmsKeyId.html
 */
export const getEbsDefaultKmsKeyId: Operation<AwsInput, EbsDefaultKmsKey> = operation(() => ({
  name: 'getEbsDefaultKmsKeyId',
  service: ec2,
  command: GetEbsDefaultKmsKeyIdCommand,
  permissions: ['ec2:GetEbsDefaultKmsKeyId'],
  input: input<AwsInput>({}),
  output: ebsDefaultKmsKey(),
}));
