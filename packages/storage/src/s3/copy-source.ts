import { text, z } from '@arch/core/builder';
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
