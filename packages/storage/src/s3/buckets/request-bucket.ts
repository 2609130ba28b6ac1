import { type AwsInput, input, noOutput, operation, type Operation, type Tags, toTagList, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import {
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
} from '@aws-sdk/client-s3';

import type { DefaultRetention } from './bucket.js';

/** How a bucket is set up when it is made. */
export interface BucketSettings extends AwsInput {
  /** 3–63 lower-case letters, digits, hyphens and dots; unique over all accounts. */
  readonly bucket: string;
  /** Keeps what is replaced or deleted as versions. Default `false`, and `true` with `objectLock`. */
  readonly versioning?: boolean | undefined;
  /** Lets versions be kept from deletion, for ever or by default for a time: `true`, or how. It cannot be taken back. Default `false`. */
  readonly objectLock?: boolean | DefaultRetention | undefined;
  /** `AES256` with keys of S3, or a key of KMS. Default: the provider's; AWS encrypts all buckets with `AES256`. */
  readonly encryption?: 'AES256' | { readonly kmsKeyId: string } | undefined;
  readonly tags?: Tags | undefined;
}

/** The bucket that is made. */
interface Requested extends AwsInput {
  readonly bucket: string;
  readonly region: string;
  readonly objectLock: boolean;
}

/** Makes the bucket itself. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
export const requestBucket: Operation<Requested, void> = operation(() => ({
  service: s3,
  command: CreateBucketCommand,
  repeatable: 'refused',
  permissions: [{ action: 's3:CreateBucket', resources: ['bucket'] }],
  input: input<Requested>({ bucket: z.string(), region: z.string(), objectLock: z.boolean() }),
  output: noOutput(),
  // In us-east-1 S3 refuses a location that names it.
  request: ({ bucket, region, objectLock }) => ({
    Bucket: bucket,
    ...(objectLock && { ObjectLockEnabledForBucket: true }),
    ...(region !== 'us-east-1' && { CreateBucketConfiguration: { LocationConstraint: region as never } }),
  }),
}));

/** Says how a bucket encrypts. */
export const putEncryption: Operation<Pick<BucketSettings, 'bucket' | 'encryption'>, void> = operation(() => ({
  service: s3,
  command: PutBucketEncryptionCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutEncryptionConfiguration', resources: ['bucket'], when: 'encryption is given' }],
  input: input<Pick<BucketSettings, 'bucket' | 'encryption'>>({
    bucket: z.string(),
    encryption: z.optional(z.custom<BucketSettings['encryption']>()),
  }),
  output: noOutput(),
  request: ({ bucket, encryption = 'AES256' }) => ({
    Bucket: bucket,
    ServerSideEncryptionConfiguration: {
      Rules: [
        encryption === 'AES256'
          ? { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } }
          : {
              ApplyServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms' as const,
                KMSMasterKeyID: encryption.kmsKeyId,
              },
              // One request to KMS for many objects.
              BucketKeyEnabled: true,
            },
      ],
    },
  }),
}));

/** Turns versions on. */
export const putVersioning: Operation<{ readonly bucket: string }, void> = operation(() => ({
  service: s3,
  command: PutBucketVersioningCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketVersioning', resources: ['bucket'], with: 'versioning' }],
  input: input<{ readonly bucket: string }>({ bucket: z.string() }),
  output: noOutput(),
  request: ({ bucket }) => ({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' as const } }),
}));

/** Says for how long Object Lock keeps what is written. */
export const putDefaultRetention: Operation<DefaultRetention & { readonly bucket: string }, void> = operation(() => ({
  service: s3,
  command: PutObjectLockConfigurationCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketObjectLockConfiguration', resources: ['bucket'], with: 'objectLock' }],
  input: input<DefaultRetention & { readonly bucket: string }>({
    bucket: z.string(),
    mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
    days: z.optional(z.number()),
    years: z.optional(z.number()),
  }),
  output: noOutput(),
  request: ({ bucket, mode, days, years }) => ({
    Bucket: bucket,
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled' as const,
      Rule: { DefaultRetention: { Mode: mode, Days: days, Years: years } },
    },
  }),
}));

/** Tags a bucket. */
export const putBucketTags: Operation<{ readonly bucket: string; readonly tags: Tags }, void> = operation(() => ({
  service: s3,
  command: PutBucketTaggingCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketTagging', resources: ['bucket'], with: 'tags' }],
  input: input<{ readonly bucket: string; readonly tags: Tags }>({
    bucket: z.string(),
    tags: z.record(z.string(), z.string()),
  }),
  output: noOutput(),
  request: ({ bucket, tags }) => ({ Bucket: bucket, Tagging: { TagSet: toTagList(tags) } }),
}));
