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

import { headBucket } from './bucket-settings.js';
import type { DefaultRetention } from './bucket.js';
import { deleteEmptyBucket } from './delete-empty-bucket.js';
import {
  type BucketSettings,
  putBucketTags,
  putDefaultRetention,
  putEncryption,
  putVersioning,
  requestBucket,
} from './request-bucket.js';

export interface CreateBucketInput extends BucketSettings {}

/** The bucket that was made. */
export interface CreatedBucket {
  readonly bucket: string;
  readonly region: string;
}

const retention = (): z.ZodMiniType<DefaultRetention> =>
  z
    .strictObject({
      mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
      days: z.optional(z.int().check(z.gte(1), z.lte(36_500))),
      years: z.optional(z.int().check(z.gte(1), z.lte(100))),
    })
    .check(
      z.refine(({ days, years }) => (days === undefined) !== (years === undefined), { error: 'either days or years' }),
    );

/**
 * Creates a bucket in the session's region. AWS's defaults are safe, so nothing is sent for them: a new bucket blocks public access, encrypts
 * (`AES256`) and has no access control lists. If a setting fails, the bucket is deleted again before the call rejects. In us-east-1, S3
 * accepts a second creation by the owner, so the function first checks whether the bucket exists.
 *
 * @example
 * await createBucket({ bucket: 'originals-2026', objectLock: { mode: 'COMPLIANCE', years: 7 } });
 * @throws {AlreadyExistsError} the name is taken, by your account or another one.
 * @throws {QuotaExceededError} the account has as many buckets as it may have.
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
    objectLock: z.optional(z.union([z.boolean(), retention()])),
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
    const isNew = region !== 'us-east-1' || (await isFree(bucket, options));
    const request = requestBucket({ bucket, region, objectLock: objectLock !== false, aws }, options);
    await making(`the bucket ${bucket} may exist: delete it with deleteBucket`, request);
    if (isNew)
      undo(`the bucket ${bucket} is left: delete it with deleteBucket`, (own) => deleteEmptyBucket({ bucket }, own));
    await setUp(settings, options);
    return { bucket, region };
  },
}));

/**
 * Whether a bucket does not exist. Throws for one that does: in us-east-1 S3 answers a second creation by the owner with status 200, and the
 * settings would change a bucket that is in use. `false` if S3 does not tell, e.g. without permission; then nothing is deleted after a failure.
 */
const isFree = async (bucket: string, options: CallOptions): Promise<boolean> => {
  try {
    await headBucket({ bucket }, options);
  } catch (error) {
    if (error instanceof NotFoundError) return true;
    if (error instanceof AccessDeniedError) return false;
    // A redirect to another region, e.g.
    if (error instanceof ServiceError && (error.status ?? 500) < 500) return false;
    throw error;
  }
  throw new AlreadyExistsError(`createBucket: bucket ${bucket} already exists, and you have access to it.`, {
    operation: 'createBucket',
    resource: 'bucket',
    id: bucket,
  });
};

/** Sends what differs from the defaults. One after the other: S3 rejects two changes of one bucket at the same time. */
const setUp = async (
  { bucket, versioning = false, objectLock = false, encryption, tags }: CreateBucketInput,
  options: CallOptions,
): Promise<void> => {
  if (encryption) await putEncryption({ bucket, encryption }, options);
  // With Object Lock, versions are on from the start.
  if (versioning && objectLock === false) await putVersioning({ bucket }, options);
  if (typeof objectLock === 'object') await putDefaultRetention({ bucket, ...objectLock }, options);
  if (tags) await putBucketTags({ bucket, tags }, options);
};
