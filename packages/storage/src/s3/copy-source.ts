import { conflict, type ErrorTable, inParent, notFound, text, whenGiven, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

/** The version of an object that is copied. */
export interface CopySource {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The ID of the version. Default: the current version. */
  readonly versionId?: string | undefined;
}

/** Checks a {@link CopySource}. */
export const copySource = (): z.ZodMiniType<CopySource> =>
  z.strictObject({ bucket: bucketName(), key: objectKey(), versionId: z.optional(text(1, 1_024)) });

/** Returns the source as a header value: URL-encoded except for slashes, and after the ARN of an access point with `/object`. */
export const toCopySource = ({ bucket, key, versionId }: CopySource): string => {
  const path = `${bucket}${bucket.startsWith('arn:') ? '/object' : ''}/${key}`
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return versionId === undefined ? path : `${path}?versionId=${encodeURIComponent(versionId)}`;
};

const sourceChanged = inParent(
  'source.bucket',
  conflict({
    resource: 'object',
    member: 'source.key',
    remedy: 'The object does not meet the condition of the request, e.g. it has changed.',
  }),
);

/** The meaning of S3's codes for a copy of a part: they are about the source, not about the destination. */
export const copySourceErrors: ErrorTable = {
  InvalidObjectState: inParent(
    'source.bucket',
    conflict({ resource: 'object', member: 'source.key', remedy: 'The object is archived: restore it first.' }),
  ),
  // S3 names the bucket in the error. If a store does not, either of the two buckets may be missing.
  NoSuchBucket: notFound({ resource: 'bucket', remedy: 'Check the buckets of the source and of the destination.' }),
  NoSuchKey: inParent('source.bucket', notFound({ resource: 'object', member: 'source.key' })),
  NoSuchVersion: notFound({ resource: 'object version', member: 'source.versionId' }),
  ObjectNotInActiveTierError: inParent(
    'source.bucket',
    conflict({ resource: 'object', member: 'source.key', remedy: 'The object is archived: restore it first.' }),
  ),
  PreconditionFailed: sourceChanged,
};

/** The meaning of S3's codes for a copy, which can also have a condition for the destination. */
export const copyErrors = (): ErrorTable => {
  const remedy = 'It exists (ifNoneMatch) or has another ETag (ifMatch), or the source has changed.';
  const destinationFailed = inParent('bucket', conflict({ resource: 'object', member: 'key', remedy }));
  return {
    ...copySourceErrors,
    PreconditionFailed: [
      whenGiven('ifNoneMatch', destinationFailed),
      whenGiven('ifMatch', destinationFailed),
      sourceChanged,
    ],
  };
};
