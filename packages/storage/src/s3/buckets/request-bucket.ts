import { type AwsInput, input, noOutput, operation, type Operation, type Tags, toTagList, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import {
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
} from '@aws-sdk/client-s3';

import { objectLockModes } from '../object-settings.js';
import { toEncryptionRule } from './encryption/bucket-encryption.js';
import type { DefaultRetention } from './object-locks/index.js';

/** The settings of a new bucket. */
export interface BucketSettings extends AwsInput {
  /**
   * The name of the bucket: 3–63 lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit. It must be unique
   * across all AWS accounts.
   */
  readonly bucket: string;
  /** Whether S3 stores replaced and deleted objects as versions. Default: `false`, or `true` with `objectLock`. */
  readonly versioning?: boolean | undefined;
  /**
   * Enables Object Lock, so that object versions can have a retention or a legal hold: `true`, or a default retention for new objects. Object
   * Lock cannot be disabled later. Default: `false`.
   */
  readonly objectLock?: boolean | DefaultRetention | undefined;
  /**
   * The default encryption: `AES256` with keys of S3, or a KMS key (ID, alias or ARN). Default: the provider's default; AWS encrypts all
   * objects with `AES256`.
   */
  readonly encryption?: 'AES256' | { readonly kmsKeyId: string } | undefined;
  /** Tags of the bucket, at most 50. */
  readonly tags?: Tags | undefined;
}

interface BucketRequest extends AwsInput {
  readonly bucket: string;
  readonly region: string;
  readonly objectLock: boolean;
}

/** Creates a bucket without its settings. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
export const requestBucket: Operation<BucketRequest, void> = operation(() => ({
  service: s3,
  command: CreateBucketCommand,
  repeatable: 'refused',
  permissions: [{ action: 's3:CreateBucket', resources: ['bucket'] }],
  input: input<BucketRequest>({ bucket: z.string(), region: z.string(), objectLock: z.boolean() }),
  output: noOutput(),
  // S3 in us-east-1 rejects the location us-east-1.
  request: ({ bucket, region, objectLock }) => ({
    Bucket: bucket,
    ...(objectLock && { ObjectLockEnabledForBucket: true }),
    ...(region !== 'us-east-1' && { CreateBucketConfiguration: { LocationConstraint: region as never } }),
  }),
}));

/** Sets the default encryption of a bucket. */
export const putEncryption: Operation<Pick<BucketSettings, 'bucket' | 'encryption'>, void> = operation(() => ({
  service: s3,
  command: PutBucketEncryptionCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutEncryptionConfiguration', resources: ['bucket'], when: 'encryption is set' }],
  input: input<Pick<BucketSettings, 'bucket' | 'encryption'>>({
    bucket: z.string(),
    encryption: z.optional(z.custom<BucketSettings['encryption']>()),
  }),
  output: noOutput(),
  request: ({ bucket, encryption = 'AES256' }) => ({
    Bucket: bucket,
    ServerSideEncryptionConfiguration: { Rules: [toEncryptionRule(encryption)] },
  }),
}));

/** Enables versioning for a bucket. */
export const putVersioning: Operation<{ readonly bucket: string }, void> = operation(() => ({
  service: s3,
  command: PutBucketVersioningCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketVersioning', resources: ['bucket'], with: 'versioning' }],
  input: input<{ readonly bucket: string }>({ bucket: z.string() }),
  output: noOutput(),
  request: ({ bucket }) => ({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' as const } }),
}));

/** Sets the default retention of a bucket. */
export const putDefaultRetention: Operation<DefaultRetention & { readonly bucket: string }, void> = operation(() => ({
  service: s3,
  command: PutObjectLockConfigurationCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketObjectLockConfiguration', resources: ['bucket'], with: 'objectLock' }],
  input: input<DefaultRetention & { readonly bucket: string }>({
    bucket: z.string(),
    mode: z.enum(objectLockModes),
    days: z.optional(z.number()),
    years: z.optional(z.number()),
  }),
  output: noOutput(),
  request: ({ bucket, mode, days, years }) => ({
    Bucket: bucket,
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled' as const,
      Rule: { DefaultRetention: { Mode: mode as never, Days: days, Years: years } },
    },
  }),
}));

/** Sets the tags of a bucket. */
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
