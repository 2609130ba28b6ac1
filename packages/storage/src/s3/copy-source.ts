import { conflict, type ErrorTable, inParent, notFound, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

/** Which version of an object is copied. */
export interface CopySource {
  readonly bucket: string;
  readonly key: string;
  /** Default: the newest. */
  readonly versionId?: string | undefined;
}

/** A {@link CopySource}, checked. */
export const copySource = (): z.ZodMiniType<CopySource> =>
  z.strictObject({ bucket: bucketName(), key: objectKey(), versionId: z.optional(text(1, 1_024)) });

/** The source as a header holds it: each part of the key encoded, the slashes not; behind an access point it is called an object. */
export const toCopySource = ({ bucket, key, versionId }: CopySource): string => {
  const path = `${bucket}${bucket.startsWith('arn:') ? '/object' : ''}/${key}`
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return versionId === undefined ? path : `${path}?versionId=${encodeURIComponent(versionId)}`;
};

/** The meaning of S3's codes for a copy: they are about the source, not about the destination. */
export const copySourceErrors: ErrorTable = {
  InvalidObjectState: inParent(
    'source.bucket',
    conflict({ resource: 'object', member: 'source.key', remedy: 'It is archived: restore it first.' }),
  ),
  // S3 names the bucket in the error. If a store does not, it is one of two.
  NoSuchBucket: notFound({ resource: 'bucket', remedy: 'Check the buckets of the source and of the destination.' }),
  NoSuchKey: inParent('source.bucket', notFound({ resource: 'object', member: 'source.key' })),
  NoSuchVersion: notFound({ resource: 'object version', member: 'source.versionId' }),
  ObjectNotInActiveTierError: inParent(
    'source.bucket',
    conflict({ resource: 'object', member: 'source.key', remedy: 'It is archived: restore it first.' }),
  ),
  PreconditionFailed: inParent(
    'source.bucket',
    conflict({
      resource: 'object',
      member: 'source.key',
      remedy: 'It does not meet the condition, e.g. it has changed.',
    }),
  ),
};
