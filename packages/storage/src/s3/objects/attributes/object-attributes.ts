import { type AwsResource, from, list, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { GetObjectAttributesOutput$, ObjectPart$ } from '@aws-sdk/client-s3';

import type { PartChecksums } from '../../multipart-uploads/index.js';

/** A part of an object that was uploaded in parts. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ObjectPart.html */
export interface ObjectPart extends AwsResource, PartChecksums {
  /** The number of the part, 1–10,000. */
  readonly partNumber: number;
  /** The size of the part in bytes. */
  readonly sizeBytes: number;
}

/** The attributes of an object. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html */
export interface ObjectAttributes extends AwsResource, PartChecksums {
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The ETag, in quotes. */
  readonly eTag?: string | undefined;
  /** The time at which the object was written, in UTC. */
  readonly lastModified?: Date | undefined;
  /** The version ID. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
  /** The storage class. */
  readonly storageClass: string;
  /** The content of the checksum: the whole object (`FULL_OBJECT`), or the checksums of the parts (`COMPOSITE`). */
  readonly checksumType?: string | undefined;
  /** The number of parts. Absent if the object was not uploaded in parts. */
  readonly partsCount?: number | undefined;
  /** The parts. Empty if the object was not uploaded in parts; for a general purpose bucket also if it was uploaded without checksums. */
  readonly parts: readonly ObjectPart[];
}

/** One response to `GetObjectAttributes`: all attributes, and a page of the parts. */
export interface AttributesPage extends ObjectAttributes {
  readonly isTruncated: boolean;
  readonly nextPartNumberMarker?: string | undefined;
}

/** Parses S3's response to `GetObjectAttributes`. */
export const attributesPage = (): Schema<AttributesPage> =>
  resource<AttributesPage>(GetObjectAttributesOutput$, {
    sizeBytes: from('ObjectSize', z.number()),
    // Only in this response, S3 sends the ETag without quotes.
    eTag: { type: z.optional(z.string()), read: (value) => (value ? quoted(String(value)) : undefined) },
    lastModified: z.optional(z.date()),
    versionId: optionalString(),
    storageClass: { type: z.string(), read: (value) => value ?? 'STANDARD' },
    checksumCrc32: from('Checksum.ChecksumCRC32', optionalString()),
    checksumCrc32C: from('Checksum.ChecksumCRC32C', optionalString()),
    checksumCrc64Nvme: from('Checksum.ChecksumCRC64NVME', optionalString()),
    checksumSha1: from('Checksum.ChecksumSHA1', optionalString()),
    checksumSha256: from('Checksum.ChecksumSHA256', optionalString()),
    checksumType: from('Checksum.ChecksumType', optionalString()),
    partsCount: from('ObjectParts.TotalPartsCount', z.optional(z.number())),
    parts: from('ObjectParts.Parts', list(objectPart())),
    isTruncated: from('ObjectParts.IsTruncated', { type: z.boolean(), read: (value) => value ?? false }),
    nextPartNumberMarker: from('ObjectParts.NextPartNumberMarker', optionalString()),
  });

const quoted = (eTag: string): string => (eTag.startsWith('"') ? eTag : `"${eTag}"`);

const objectPart = (): Schema<ObjectPart> =>
  resource<ObjectPart>(ObjectPart$, {
    partNumber: z.number(),
    sizeBytes: from('Size', z.number()),
    checksumCrc32: optionalString(),
    checksumCrc32C: optionalString(),
    checksumCrc64Nvme: optionalString(),
    checksumSha1: optionalString(),
    checksumSha256: optionalString(),
  });
