import { asIs, input, nothing, operation, type Operation, z } from '@arch/core/builder';
import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
} from '@aws-sdk/client-s3';

import { s3 } from '../clients/s3.js';

/** A version of an object, or a delete marker. */
export interface VersionReference {
  readonly key: string;
  readonly versionId?: string | undefined;
}

/** An upload in parts that was never ended. */
export interface UploadReference {
  readonly key: string;
  readonly uploadId: string;
}

interface BucketInput {
  readonly bucket: string;
}

/** Lists everything that keeps a bucket from being deleted, but the uploads. A listing by two markers, so page by page. */
export const listVersionPage: Operation<
  BucketInput & { readonly keyMarker?: string | undefined; readonly versionIdMarker?: string | undefined },
  VersionPage
> = operation(() => ({
  name: 'deleteBucket',
  service: s3,
  command: ListObjectVersionsCommand,
  permissions: [{ action: 's3:ListBucketVersions', resources: ['bucket'] }],
  input: input<
    BucketInput & { readonly keyMarker?: string | undefined; readonly versionIdMarker?: string | undefined }
  >({
    bucket: z.string(),
    keyMarker: z.optional(z.string()),
    versionIdMarker: z.optional(z.string()),
  }),
  output: asIs<VersionPage>(),
  select: ({ Versions = [], DeleteMarkers = [], IsTruncated, NextKeyMarker, NextVersionIdMarker }) => ({
    versions: [...Versions, ...DeleteMarkers].map(({ Key = '', VersionId }) => ({ key: Key, versionId: VersionId })),
    next: IsTruncated ? { keyMarker: NextKeyMarker, versionIdMarker: NextVersionIdMarker } : undefined,
  }),
}));

/** Some of what is in a bucket, and where it goes on. */
export interface VersionPage {
  readonly versions: readonly VersionReference[];
  readonly next?:
    | { readonly keyMarker?: string | undefined; readonly versionIdMarker?: string | undefined }
    | undefined;
}

/** Lists the uploads that were never ended: the first thousand. */
export const listUploads: Operation<BucketInput, readonly UploadReference[]> = operation(() => ({
  name: 'deleteBucket',
  service: s3,
  command: ListMultipartUploadsCommand,
  permissions: [{ action: 's3:ListBucketMultipartUploads', resources: ['bucket'] }],
  input: input<BucketInput>({ bucket: z.string() }),
  output: asIs<readonly UploadReference[]>(),
  select: ({ Uploads = [] }) => Uploads.map(({ Key = '', UploadId = '' }) => ({ key: Key, uploadId: UploadId })),
}));

/** Gives an upload up, with the parts that are there. */
export const abortUpload: Operation<UploadReference & BucketInput, void> = operation(() => ({
  name: 'deleteBucket',
  service: s3,
  command: AbortMultipartUploadCommand,
  permissions: [{ action: 's3:AbortMultipartUpload', resources: ['object'] }],
  input: input<UploadReference & BucketInput>({ bucket: z.string(), key: z.string(), uploadId: z.string() }),
  output: nothing(),
}));
