import { type AwsInput, input, operation, type Operation, text } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { ModifyEbsDefaultKmsKeyIdCommand } from '@aws-sdk/client-ec2';

import { ebsDefaultKmsKey, type EbsDefaultKmsKey } from './ebs-default-kms-key.js';

export interface ModifyEbsDefaultKmsKeyIdInput extends AwsInput {
  /** A symmetric KMS key of the region: ID, alias or ARN. */
  readonly kmsKeyId: string;
}

/**
 * Changes the KMS key with which EBS encrypts new volumes and snapshots in the session's region if a request names no key. AWS checks the key
 * later: with a wrong key, the creation of volumes fails. A snapshot with a key of your own can be shared with other accounts.
 *
 * @example
 * const { kmsKeyId } = await modifyEbsDefaultKmsKeyId('alias/backups');
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyEbsDefaultKmsKeyId.html
 */
export const modifyEbsDefaultKmsKeyId: Operation<string | ModifyEbsDefaultKmsKeyIdInput, EbsDefaultKmsKey> = operation(
  () => ({
    name: 'modifyEbsDefaultKmsKeyId',
    service: ec2,
    command: ModifyEbsDefaultKmsKeyIdCommand,
    permissions: ['ec2:ModifyEbsDefaultKmsKeyId'],
    key: 'kmsKeyId',
    input: input<ModifyEbsDefaultKmsKeyIdInput>({ kmsKeyId: text(1, 2_048) }),
    output: ebsDefaultKmsKey(),
  }),
);
