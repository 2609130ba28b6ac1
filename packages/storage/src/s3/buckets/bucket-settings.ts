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

/** Everything that is asked about a bucket that is there. */
export const settingRequests = (): readonly DeclaredFunction[] => [
  getVersioning,
  getEncryption,
  getPublicAccessBlock,
  getObjectLock,
  getObjectOwnership,
  getBucketTags,
];

/** How a bucket is set up, as S3 says in six answers. */
export const bucketSettings = async (
  bucket: string,
  options: CallOptions,
): Promise<Omit<Bucket, 'bucket' | 'region'>> => {
  const [versioning, encryption, publicAccessBlock, lock, objectOwnership, tagging] = await Promise.all([
    orNone(getVersioning({ bucket }, options)),
    orNone(getEncryption({ bucket }, options)),
    orNone(getPublicAccessBlock({ bucket }, options)),
    orNone(getObjectLock({ bucket }, options)),
    orNone(getObjectOwnership({ bucket }, options)),
    orNone(getBucketTags({ bucket }, options)),
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

/** S3 answers with an error if the bucket lacks the setting, and other stores if they do not implement it. */
const orNone = async <Value>(asking: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof NotFoundError && error.code !== 'NoSuchBucket') return undefined;
    if (isUnknownSetting(error)) return undefined;
    throw error;
  }
};

/** What all of these take. */
interface BucketInput extends AwsInput {
  readonly bucket: string;
}

const bucketInput = (): z.ZodMiniType<BucketInput> => input<BucketInput>({ bucket: z.string() });

/** Finds out whether a bucket is there, and in which region. */
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

/** Whether a bucket keeps versions. */
const getVersioning: Operation<BucketInput, string> = operation(() => ({
  name: 'getBucketVersioning',
  service: s3,
  command: GetBucketVersioningCommand,
  permissions: [{ action: 's3:GetBucketVersioning', resources: ['bucket'] }],
  input: bucketInput(),
  output: asIs<string>(),
  select: ({ Status }) => Status ?? 'Disabled',
}));

/** How a bucket encrypts. */
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

/** What a bucket keeps from the public. */
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

/** Whether a bucket can keep versions from deletion, and for how long it does by itself. */
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

/** Who owns what others write. */
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

/** A bucket's tags. */
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
