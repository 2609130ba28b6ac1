import { AccessDeniedError, AlreadyExistsError, NotFoundError, ServiceError } from '@arch/core';
import {
  type CallOptions,
  checkAwsMembers,
  input,
  type Operation,
  sessionFor,
  tagRecord,
  task,
  text,
  z,
} from '@arch/core/builder';
import { newBucketName } from '@arch/services/s3';
import { CreateBucketCommand } from '@aws-sdk/client-s3';

import { headBucket } from '../head-bucket.js';
import { deleteEmptyBucket } from './delete-empty-bucket.js';
import { defaultRetention } from './object-locks/object-lock-configuration.js';
import {
  type BucketSettings,
  putBucketTags,
  putDefaultRetention,
  putEncryption,
  putVersioning,
  requestBucket,
} from './request-bucket.js';

export interface CreateBucketInput extends BucketSettings {}

/** A new bucket. */
export interface CreatedBucket {
  /** The name of the bucket. */
  readonly bucket: string;
  /** The region of the bucket, e.g. `eu-west-1`. */
  readonly region: string;
}

/**
 * Creates a bucket in the session's region. With AWS's defaults, a new bucket blocks public access, encrypts objects (`AES256`) and has access
 * control lists disabled. If a setting fails, the function deletes the bucket and then rejects. In us-east-1, S3 accepts a second creation by
 * the owner, so the function first checks whether the bucket exists.
 *
 * @example
 * await createBucket({ bucket: 'originals-2026', objectLock: { mode: 'COMPLIANCE', years: 7 } });
 * @throws {AlreadyExistsError} the name is taken, by your account or another one.
 * @throws {QuotaExceededError} the account has reached its quota of buckets.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
 */
export const createBucket: Operation<
  string | CreateBucketInput,
  CreatedBucket,
  { on: 'bucket'; with: 'objectLock' | 'tags' | 'versioning' }
> = task(() => ({
  name: 'createBucket',
  key: 'bucket',
  input: input<CreateBucketInput>({
    bucket: newBucketName(),
    versioning: z.optional(z.boolean()),
    objectLock: z.optional(z.union([z.boolean(), defaultRetention()])),
    encryption: z.optional(z.union([z.literal('AES256'), z.strictObject({ kmsKeyId: text(1, 2_048) })])),
    tags: z.optional(tagRecord({ isLimited: true })),
  }),
  uses: [
    headBucket,
    requestBucket,
    putEncryption,
    putVersioning,
    putDefaultRetention,
    putBucketTags,
    deleteEmptyBucket,
  ],
  run: async (settings, options, { undo, making }) => {
    const { bucket, objectLock = false, aws } = settings;
    checkAwsMembers('createBucket', CreateBucketCommand, aws);
    const region = await sessionFor(options).region();
    const isNew = region !== 'us-east-1' || (await isNameFree(bucket, options));
    const request = requestBucket({ bucket, region, objectLock: objectLock !== false, aws }, options);
    await making(`the bucket ${bucket} may exist: delete it with deleteBucket`, request);
    if (isNew)
      undo(`the bucket ${bucket} is left: delete it with deleteBucket`, (own) => deleteEmptyBucket({ bucket }, own));
    await applySettings(settings, options);
    return { bucket, region };
  },
}));

/**
 * Returns `true` if a bucket does not exist, and throws if it exists: in us-east-1, S3 responds with status 200 to a second creation by the
 * owner, and the settings would change a bucket that is in use. Returns `false` if S3 does not report it, e.g. without permission; then
 * nothing is deleted after a failure.
 */
const isNameFree = async (bucket: string, options: CallOptions): Promise<boolean> => {
  try {
    await headBucket({ bucket }, options);
  } catch (error) {
    if (error instanceof NotFoundError) return true;
    if (error instanceof AccessDeniedError) return false;
    // For example a redirect to another region.
    if (error instanceof ServiceError && (error.status ?? 500) < 500) return false;
    throw error;
  }
  throw new AlreadyExistsError(`createBucket: bucket ${bucket} already exists, and you have access to it.`, {
    operation: 'createBucket',
    resource: 'bucket',
    id: bucket,
  });
};

/** Sends the settings that differ from the defaults. One after the other: S3 rejects two changes of one bucket at the same time. */
const applySettings = async (
  { bucket, versioning = false, objectLock = false, encryption, tags }: CreateBucketInput,
  options: CallOptions,
): Promise<void> => {
  if (encryption) await putEncryption({ bucket, encryption }, options);
  // With Object Lock, S3 enables versioning at the creation.
  if (versioning && objectLock === false) await putVersioning({ bucket }, options);
  if (typeof objectLock === 'object') await putDefaultRetention({ bucket, ...objectLock }, options);
  if (tags) await putBucketTags({ bucket, tags }, options);
};
