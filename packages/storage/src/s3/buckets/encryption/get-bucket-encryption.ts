import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketEncryptionCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { settingNotFound } from '../../setting-not-found.js';
import { bucketEncryption, type BucketEncryption } from './bucket-encryption.js';

export interface GetBucketEncryptionInput extends BucketReference {}

/**
 * Returns the default encryption of a bucket. On AWS every bucket has one, at least `AES256`.
 *
 * @example
 * const { encryption, kmsKeyId } = await getBucketEncryption('reports');
 * @throws {NotFoundError} there is no such bucket, or an S3-compatible store has no default encryption for it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html
 */
export const getBucketEncryption: Operation<string | GetBucketEncryptionInput, BucketEncryption, { on: 'bucket' }> =
  operation(() => ({
    name: 'getBucketEncryption',
    service: s3,
    command: GetBucketEncryptionCommand,
    permissions: [{ action: 's3:GetEncryptionConfiguration', resources: ['bucket'] }],
    key: 'bucket',
    input: input<GetBucketEncryptionInput>(bucketReference()),
    output: bucketEncryption(),
    absent: 'unexpected',
    select: ({ ServerSideEncryptionConfiguration }) => ServerSideEncryptionConfiguration?.Rules?.[0] ?? {},
    errors: {
      ServerSideEncryptionConfigurationNotFoundError: settingNotFound('default encryption', 'putBucketEncryption'),
    },
  }));
