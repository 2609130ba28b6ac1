import { input, noOutput, operation, type Operation, text, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketEncryptionCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { type KmsBucketEncryption, kmsBucketEncryption, toEncryptionRule } from './bucket-encryption.js';

export interface PutBucketEncryptionInput extends BucketReference {
  /** The encryption of new objects: `AES256` with keys of S3, or a KMS key. */
  readonly encryption: 'AES256' | KmsBucketEncryption;
  /**
   * The encryption types that S3 rejects for new objects: `SSE-C` (keys that each request contains), or `NONE` to reject none. Default: S3
   * decides.
   */
  readonly blockedEncryptionTypes?: readonly string[] | undefined;
}

/**
 * Replaces the default encryption of a bucket, which applies to new objects that are written without another one. Existing objects stay as
 * they are. To read objects under a KMS key, `kms:Decrypt` for the key is required.
 *
 * @example
 * await putBucketEncryption({ bucket: 'reports', encryption: { kmsKeyId: 'alias/reports' } });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html
 */
export const putBucketEncryption: Operation<PutBucketEncryptionInput, void, { on: 'bucket' }> = operation(() => ({
  name: 'putBucketEncryption',
  service: s3,
  command: PutBucketEncryptionCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutEncryptionConfiguration', resources: ['bucket'] }],
  key: 'bucket',
  input: input<PutBucketEncryptionInput>({
    ...bucketReference(),
    encryption: z.union([z.literal('AES256'), kmsBucketEncryption()]),
    blockedEncryptionTypes: z.optional(z.array(text(1, 64)).check(z.minLength(1))),
  }),
  output: noOutput(),
  request: ({ bucket, encryption, blockedEncryptionTypes }) => ({
    Bucket: bucket,
    ServerSideEncryptionConfiguration: {
      Rules: [
        {
          ...toEncryptionRule(encryption),
          ...(blockedEncryptionTypes && {
            BlockedEncryptionTypes: { EncryptionType: [...blockedEncryptionTypes] as never },
          }),
        },
      ],
    },
  }),
}));
