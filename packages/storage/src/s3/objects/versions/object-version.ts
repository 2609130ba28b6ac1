import { type AwsResource, optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { ObjectVersion$ } from '@aws-sdk/client-s3';

/** A version of an object, or the marker that hides one. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ObjectVersion.html */
export interface ObjectVersion extends AwsResource {
  readonly key: string;
  /** `null`, as a text, for what was written before the bucket kept versions. */
  readonly versionId: string;
  /** Whether it is what a request without a version gets. */
  readonly isLatest: boolean;
  /** Whether it stands for a deletion: it has no content, and deleting it brings back what is under it. */
  readonly isDeleteMarker: boolean;
  readonly lastModified?: Date | undefined;
  readonly sizeBytes?: number | undefined;
  readonly eTag?: string | undefined;
  readonly storageClass?: string | undefined;
}

/** Parses one S3 `ObjectVersion` structure, or a `DeleteMarkerEntry`, which has some of its members. */
export const objectVersion = (): Schema<ObjectVersion> =>
  resource<ObjectVersion>(ObjectVersion$, {
    key: z.string(),
    versionId: z.string(),
    isLatest: { type: z.boolean(), read: (value) => value ?? false },
    isDeleteMarker: from('ETag', { type: z.boolean(), read: (value) => value === undefined || value === null }),
    lastModified: z.optional(z.date()),
    sizeBytes: from('Size', z.optional(z.number())),
    eTag: optionalString(),
    storageClass: optionalString(),
  });
