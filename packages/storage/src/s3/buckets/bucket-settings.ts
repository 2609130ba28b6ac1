import { NotFoundError } from '@arch/core';
import {
  asIs,
  type AwsInput,
  type CallOptions,
  type DeclaredFunction,
  optionalString,
  from,
  input,
  maybe,
  notFound,
  operation,
  type Operation,
  resource,
  type Schema,
  tags,
  z,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import {
  DefaultRetention$,
  GetBucketEncryptionCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadBucketOutput$,
  ObjectLockConfiguration$,
  PublicAccessBlockConfiguration$,
  ServerSideEncryptionRule$,
  Tagging$,
} from '@aws-sdk/client-s3';

import { isUnknownSetting } from '../is-not-implemented.js';
import type { Bucket, DefaultRetention, PublicAccessBlock } from './bucket.js';

/** The operations that read the settings of an existing bucket. */
export const settingRequests = (): readonly DeclaredFunction[] => [
  getVersioning,
  getEncryption,
  getPublicAccessBlock,
  getObjectLock,
  getObjectOwnership,
  getBucketTags,
];

/** Reads the settings of a bucket with six requests in parallel. */
export const bucketSettings = async (
  bucket: string,
  options: CallOptions,
): Promise<Omit<Bucket, 'bucket' | 'region'>> => {
  const [versioning, encryption, publicAccessBlock, lock, objectOwnership, tagging] = await Promise.all([
    optionalSetting(getVersioning({ bucket }, options)),
    optionalSetting(getEncryption({ bucket }, options)),
    optionalSetting(getPublicAccessBlock({ bucket }, options)),
    optionalSetting(getObjectLock({ bucket }, options)),
    optionalSetting(getObjectOwnership({ bucket }, options)),
    optionalSetting(getBucketTags({ bucket }, options)),
  ]);
  return {
    versioning: versioning ?? 'Disabled',
    encryption: encryption?.encryption,
    kmsKeyId: encryption?.kmsKeyId,
    publicAccessBlock,
    objectOwnership,
    objectLock: lock?.objectLock ?? false,
    defaultRetention: lock?.defaultRetention,
    tags: tagging?.tags ?? {},
  };
};

/** S3 responds with an error if the bucket lacks the setting; other stores do so if they do not implement the setting. */
const optionalSetting = async <Value>(setting: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await setting;
  } catch (error) {
    if (error instanceof NotFoundError && error.code !== 'NoSuchBucket') return undefined;
    if (isUnknownSetting(error)) return undefined;
    throw error;
  }
};

/** The input of the operations in this module. */
interface BucketInput extends AwsInput {
  readonly bucket: string;
}

const bucketInput = (): z.ZodMiniType<BucketInput> => input<BucketInput>({ bucket: z.string() });

/** Reads the region of a bucket. Throws `NotFoundError` if the bucket does not exist. */
export const headBucket: Operation<BucketInput, { readonly bucketRegion?: string | undefined }> = operation(() => ({
  name: 'headBucket',
  service: s3,
  command: HeadBucketCommand,
  permissions: [{ action: 's3:ListBucket', resources: ['bucket'] }],
  input: bucketInput(),
  output: resource<{ readonly bucketRegion?: string | undefined }>(HeadBucketOutput$, {
    bucketRegion: optionalString(),
  }),
}));

/** Reads the versioning state of a bucket. */
const getVersioning: Operation<BucketInput, string> = operation(() => ({
  name: 'getBucketVersioning',
  service: s3,
  command: GetBucketVersioningCommand,
  permissions: [{ action: 's3:GetBucketVersioning', resources: ['bucket'] }],
  input: bucketInput(),
  output: asIs<string>(),
  select: ({ Status }) => Status ?? 'Disabled',
}));

/** Reads the default encryption of a bucket. */
const getEncryption: Operation<BucketInput, Pick<Bucket, 'encryption' | 'kmsKeyId'>> = operation(() => ({
  name: 'getBucketEncryption',
  service: s3,
  command: GetBucketEncryptionCommand,
  permissions: [{ action: 's3:GetEncryptionConfiguration', resources: ['bucket'] }],
  errors: { ServerSideEncryptionConfigurationNotFoundError: notFound({ resource: 'encryption', member: 'bucket' }) },
  input: bucketInput(),
  output: resource<Pick<Bucket, 'encryption' | 'kmsKeyId'>>(ServerSideEncryptionRule$, {
    encryption: from('ApplyServerSideEncryptionByDefault.SSEAlgorithm', optionalString()),
    kmsKeyId: from('ApplyServerSideEncryptionByDefault.KMSMasterKeyID', optionalString()),
  }),
  select: ({ ServerSideEncryptionConfiguration }) => ServerSideEncryptionConfiguration?.Rules?.[0] ?? {},
}));

/** Reads the Block Public Access settings of a bucket. */
const getPublicAccessBlock: Operation<BucketInput, PublicAccessBlock> = operation(() => ({
  name: 'getPublicAccessBlock',
  service: s3,
  command: GetPublicAccessBlockCommand,
  permissions: [{ action: 's3:GetBucketPublicAccessBlock', resources: ['bucket'] }],
  errors: { NoSuchPublicAccessBlockConfiguration: notFound({ resource: 'public access block', member: 'bucket' }) },
  input: bucketInput(),
  output: resource<PublicAccessBlock>(PublicAccessBlockConfiguration$, {
    blockPublicAcls: flag(),
    ignorePublicAcls: flag(),
    blockPublicPolicy: flag(),
    restrictPublicBuckets: flag(),
  }),
  select: ({ PublicAccessBlockConfiguration }) => PublicAccessBlockConfiguration ?? {},
}));

const flag = () => ({ type: z.boolean(), read: (value: unknown) => value ?? false });

/** Reads whether Object Lock is enabled for a bucket, and the default retention. */
const getObjectLock: Operation<BucketInput, Pick<Bucket, 'objectLock' | 'defaultRetention'>> = operation(() => ({
  name: 'getObjectLockConfiguration',
  service: s3,
  command: GetObjectLockConfigurationCommand,
  permissions: [{ action: 's3:GetBucketObjectLockConfiguration', resources: ['bucket'] }],
  input: bucketInput(),
  output: resource<Pick<Bucket, 'objectLock' | 'defaultRetention'>>(ObjectLockConfiguration$, {
    objectLock: from('ObjectLockEnabled', { type: z.boolean(), read: (value) => value === 'Enabled' }),
    defaultRetention: from('Rule.DefaultRetention', maybe(defaultRetention())),
  }),
  select: ({ ObjectLockConfiguration }) => ObjectLockConfiguration ?? {},
}));

const defaultRetention = (): Schema<DefaultRetention> =>
  resource<DefaultRetention>(DefaultRetention$, {
    mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
    days: z.optional(z.number()),
    years: z.optional(z.number()),
  });

/** Reads the Object Ownership setting of a bucket. */
const getObjectOwnership: Operation<BucketInput, string | undefined> = operation(() => ({
  name: 'getBucketOwnershipControls',
  service: s3,
  command: GetBucketOwnershipControlsCommand,
  permissions: [{ action: 's3:GetBucketOwnershipControls', resources: ['bucket'] }],
  errors: { OwnershipControlsNotFoundError: notFound({ resource: 'ownership controls', member: 'bucket' }) },
  input: bucketInput(),
  output: asIs<string>(),
  absent: 'not-found',
  select: ({ OwnershipControls }) => OwnershipControls?.Rules?.[0]?.ObjectOwnership,
}));

/** Reads the tags of a bucket. */
const getBucketTags: Operation<BucketInput, Pick<Bucket, 'tags'>> = operation(() => ({
  name: 'getBucketTagging',
  service: s3,
  command: GetBucketTaggingCommand,
  permissions: [{ action: 's3:GetBucketTagging', resources: ['bucket'] }],
  errors: { NoSuchTagSet: notFound({ resource: 'tags', member: 'bucket' }) },
  input: bucketInput(),
  output: resource<Pick<Bucket, 'tags'>>(Tagging$, { tags: from('TagSet', tagSet()) }),
}));

const tagSet = () => ({ type: tags().type, read: tags().read });
