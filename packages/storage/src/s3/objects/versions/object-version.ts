import { type AwsResource, optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { ObjectVersion$ } from '@aws-sdk/client-s3';

/** A version of an object, or a delete marker. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ObjectVersion.html */
export interface ObjectVersion extends AwsResource {
  /** The key of the object. */
  readonly key: string;
  /** The version ID. The text `null` for an object that was written while versioning was not enabled. */
  readonly versionId: string;
  /** Whether this is the current version, which requests without `versionId` read. */
  readonly isLatest: boolean;
  /** Whether this is a delete marker, which has no content and hides the older versions. Deleting the marker makes them visible again. */
  readonly isDeleteMarker: boolean;
  /** The time at which the version was written, in UTC. */
  readonly lastModified?: Date | undefined;
  /** The size in bytes. Absent for a delete marker. */
  readonly sizeBytes?: number | undefined;
  /** The ETag, in quotes. Absent for a delete marker. */
  readonly eTag?: string | undefined;
  /** The storage class. Absent for a delete marker. */
  readonly storageClass?: string | undefined;
}

/** Parses one S3 `ObjectVersion` structure, or one `DeleteMarkerEntry`, whose members are a subset. */
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
