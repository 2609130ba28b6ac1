import { AlreadyExistsError } from '@arch/core';
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

import type { DefaultRetention } from './bucket.js';
import { deleteEmptyBucket } from './delete-empty-bucket.js';
import { listBuckets } from './list-buckets.js';
import {
  type BucketSettings,
  putBucketTags,
  putDefaultRetention,
  putEncryption,
  putPublicAccessBlock,
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
 * Makes a bucket in the session's region: closed to the public, encrypted, without ACLs, unless you say otherwise by S3's own calls
 * afterwards. When a setting fails, the bucket is deleted again before the call rejects. In us-east-1 it looks first whether you have the bucket already, because S3
 * does not say so there.
 *
 * @example
 * await createBucket({ bucket: 'originals-2026', objectLock: { mode: 'COMPLIANCE', years: 7 } });
 * @throws {AlreadyExistsError} the name is taken, by you or by another account.
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
    tags: z.optional(tagRecord()),
  }),
  uses: [
    listBuckets,
    requestBucket,
    putPublicAccessBlock,
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
    if (region === 'us-east-1') await refuseOwn(bucket, options);
    const request = requestBucket({ bucket, region, objectLock: objectLock !== false, aws }, options);
    await making(`the bucket ${bucket} may exist: delete it with deleteBucket`, request);
    undo(`the bucket ${bucket} is left: delete it with deleteBucket`, (own) => deleteEmptyBucket({ bucket }, own));
    await setUp(settings, options);
    return { bucket, region };
  },
}));

/** In us-east-1 S3 answers a creation by the owner with 200, and what is set up here would change a bucket that is in use. */
const refuseOwn = async (bucket: string, options: CallOptions): Promise<void> => {
  for await (const own of listBuckets({ prefix: bucket }, options)) {
    if (own.bucket !== bucket) continue;
    throw new AlreadyExistsError(`createBucket: bucket ${bucket} already exists, and it is yours.`, {
      operation: 'createBucket',
      resource: 'bucket',
      id: bucket,
    });
  }
};

/** One after the other: S3 refuses two changes of one bucket at once. */
const setUp = async (
  { bucket, versioning = false, objectLock = false, encryption, tags }: CreateBucketInput,
  options: CallOptions,
): Promise<void> => {
  await putPublicAccessBlock({ bucket }, options);
  await putEncryption({ bucket, encryption }, options);
  // With Object Lock, versions are on from the start.
  if (versioning && objectLock === false) await putVersioning({ bucket }, options);
  if (typeof objectLock === 'object') await putDefaultRetention({ bucket, ...objectLock }, options);
  if (tags) await putBucketTags({ bucket, tags }, options);
};
