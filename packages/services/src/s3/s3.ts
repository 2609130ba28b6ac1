import {
  alreadyExists,
  capacity,
  conflict,
  denied,
  notFound,
  inParent,
  invalidRequest,
  retryable,
  type Service,
  whenMessage,
  restXml,
} from '@arch/core/builder';
import { S3Client } from '@aws-sdk/client-s3';

const archived = conflict({ resource: 'object', member: 'key', remedy: 'The object is archived: restore it first.' });

/** S3. */
export const s3: Service = {
  id: 'S3',
  client: S3Client,
  protocol: restXml,
  prefix: 's3',
  arns: { bucket: 'arn:aws:s3:::{bucket}', object: 'arn:aws:s3:::{bucket}/{key|prefix*}' },
  errors: {
    AccessControlListNotSupported: conflict({
      resource: 'bucket',
      member: 'bucket',
      remedy:
        'Access control lists are disabled in the bucket (object ownership BucketOwnerEnforced): use a bucket policy.',
    }),
    BucketAlreadyExists: alreadyExists({
      resource: 'bucket',
      member: 'bucket',
      remedy: 'Bucket names are unique across all accounts: choose another name.',
    }),
    BucketAlreadyOwnedByYou: alreadyExists({ resource: 'bucket', member: 'bucket' }),
    BucketNotEmpty: conflict({
      resource: 'bucket',
      member: 'bucket',
      remedy: 'Delete its objects and versions first, or pass empty: true.',
    }),
    // A response to HEAD has no body, so objects and buckets have the same code.
    NotFound: [
      inParent('bucket', notFound({ resource: 'object', member: 'key' })),
      notFound({ resource: 'bucket', member: 'bucket' }),
    ],
    ConditionalRequestConflict: retryable(
      conflict({
        resource: 'object',
        member: 'key',
        remedy: 'Another request is changing the object at the same time: call again.',
      }),
    ),
    InvalidPart: conflict({
      resource: 'multipart upload',
      member: 'uploadId',
      remedy: 'A part was not uploaded, or its ETag is different.',
    }),
    InvalidRequest: whenMessage(
      /missing Object ?Lock/i,
      conflict({
        resource: 'bucket',
        member: 'bucket',
        remedy: 'The bucket has no Object Lock: enable it, e.g. with createBucket({ bucket, objectLock: true }).',
      }),
    ),
    InvalidObjectState: archived,
    NoSuchAnnotation: inParent('bucket', notFound({ resource: 'annotation', member: 'annotationName' })),
    NoSuchBucket: notFound({ resource: 'bucket', member: 'bucket' }),
    NoSuchKey: inParent('bucket', notFound({ resource: 'object', member: 'key' })),
    NoSuchObjectLockConfiguration: notFound({ resource: 'retention', member: 'key' }),
    NoSuchUpload: notFound({ resource: 'multipart upload', member: 'uploadId' }),
    NoSuchVersion: notFound({ resource: 'object version', member: 'versionId' }),
    ObjectAlreadyInActiveTierError: conflict({
      resource: 'object',
      member: 'key',
      remedy: 'The object is not archived.',
    }),
    ObjectLockConfigurationNotFoundError: notFound({ resource: 'object lock configuration', member: 'bucket' }),
    ObjectNotInActiveTierError: archived,
    OperationAborted: retryable(
      conflict({
        resource: 'bucket',
        member: 'bucket',
        remedy: 'Another operation on the bucket is still in progress: call again.',
      }),
    ),
    PermanentRedirect: invalidRequest({
      remedy: 'The bucket is in another region: pass that region. listBuckets() returns it.',
    }),
    PreconditionFailed: conflict({
      resource: 'object',
      member: 'key',
      remedy: 'The object does not meet the condition of the request.',
    }),
    GlacierExpeditedRetrievalNotAvailable: capacity({ remedy: 'Call again later, or choose another tier.' }),
    RestoreAlreadyInProgress: conflict({
      resource: 'object',
      member: 'key',
      remedy: 'A restore of the object is already in progress.',
    }),
    AllAccessDisabled: denied(),
  },
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_',
};

/** A constant, because sessions reuse a client by the identity of its settings. */
const whenRequired = { requestChecksumCalculation: 'WHEN_REQUIRED' };

/** S3, with a client that adds no checksum to a request that does not require one. */
export const s3WithoutChecksums = (): Service => ({ ...s3, settings: whenRequired });
