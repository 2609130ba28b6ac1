import {
  alreadyExists,
  capacity,
  conflict,
  denied,
  notFound,
  inParent,
  passing,
  quota,
  type Service,
  throttled,
} from '@arch/core/builder';
import { S3Client } from '@aws-sdk/client-s3';

/** S3. */
export const s3: Service = {
  id: 'S3',
  client: S3Client,
  prefix: 's3',
  arns: { bucket: 'arn:aws:s3:::*', object: 'arn:aws:s3:::*/*' },
  errors: {
    BucketAlreadyExists: alreadyExists(
      'bucket',
      'bucket',
      'Bucket names are unique over all accounts: choose another.',
    ),
    BucketAlreadyOwnedByYou: alreadyExists('bucket', 'bucket'),
    BucketNotEmpty: conflict(
      'bucket',
      'bucket',
      'Delete its objects and versions first, or delete it with empty: true.',
    ),
    NoSuchPublicAccessBlockConfiguration: notFound('public access block', 'bucket'),
    NoSuchTagSet: notFound('tags', 'bucket'),
    // HEAD has no body, so one code stands for both.
    NotFound: [inParent('bucket', notFound('object', 'key')), notFound('bucket', 'bucket')],
    OwnershipControlsNotFoundError: notFound('ownership controls', 'bucket'),
    ServerSideEncryptionConfigurationNotFoundError: notFound('encryption', 'bucket'),
    ConditionalRequestConflict: passing(
      conflict('object', 'key', 'Another request is changing it at the same time: call again.'),
    ),
    InvalidObjectState: conflict('object', 'key', 'It is archived: restore it first.'),
    NoSuchBucket: notFound('bucket', 'bucket'),
    NoSuchKey: inParent('bucket', notFound('object', 'key')),
    NoSuchObjectLockConfiguration: notFound('retention', 'key'),
    NoSuchUpload: notFound('multipart upload', 'uploadId'),
    NoSuchVersion: notFound('object version', 'versionId'),
    ObjectAlreadyInActiveTierError: conflict('object', 'key', 'It is not archived.'),
    ObjectLockConfigurationNotFoundError: notFound('object lock configuration', 'bucket'),
    OperationAborted: passing(
      conflict('bucket', 'bucket', 'Another operation on the bucket is still in progress: call again.'),
    ),
    PermanentRedirect: {
      situation: 'other',
      remedy: 'The bucket is in another region: pass that region. listBuckets() tells it.',
    },
    PreconditionFailed: conflict('object', 'key', 'It is not, or no longer, what the condition says.'),
    GlacierExpeditedRetrievalNotAvailable: capacity(undefined, undefined, 'Try again later, or with another tier.'),
    RestoreAlreadyInProgress: conflict('object', 'key', 'A restore of it is already going on.'),
    SlowDown: throttled(),
    TooManyBuckets: quota(),
    AllAccessDisabled: denied(),
  },
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_',
};
