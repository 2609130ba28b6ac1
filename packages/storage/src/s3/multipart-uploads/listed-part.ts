import { from, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { Part$ } from '@aws-sdk/client-s3';

import type { UploadedPart } from './uploaded-part.js';

/** An uploaded part in a listing. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Part.html */
export interface ListedPart extends UploadedPart {
  /** The size of the part in bytes. */
  readonly sizeBytes: number;
  /** The time at which the part was uploaded, in UTC. */
  readonly lastModified?: Date | undefined;
}

/** Parses one S3 `Part` structure. */
export const listedPart = (): Schema<ListedPart> =>
  resource<ListedPart>(Part$, {
    partNumber: z.number(),
    eTag: z.string(),
    sizeBytes: from('Size', z.number()),
    lastModified: z.optional(z.date()),
    checksumCrc32: optionalString(),
    checksumCrc32C: optionalString(),
    checksumCrc64Nvme: optionalString(),
    checksumSha1: optionalString(),
    checksumSha256: optionalString(),
  });
