import { type AwsResource, from, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { UploadListElement$ } from '@aws-sdk/client-glacier';

import { glacierTime } from '../glacier-time.js';

/** A multipart upload in progress. https://docs.aws.amazon.com/amazonglacier/latest/dev/api-multipart-list-uploads.html */
export interface VaultMultipartUpload extends AwsResource {
  /** The ID of the upload. */
  readonly uploadId: string;
  /** The ARN of the vault. */
  readonly vaultArn: string;
  /** The description of the archive. */
  readonly archiveDescription?: string | undefined;
  /** The size of each part but the last one, in bytes. */
  readonly partSizeInBytes: number;
  /** The time at which the upload was created, in UTC. */
  readonly creationDate: Date;
}

/** Parses one Glacier `UploadListElement` structure. */
export const vaultMultipartUpload = (): Schema<VaultMultipartUpload> =>
  resource<VaultMultipartUpload>(UploadListElement$, {
    uploadId: from('MultipartUploadId', z.string()),
    vaultArn: z.string(),
    archiveDescription: optionalString(),
    partSizeInBytes: z.number(),
    creationDate: glacierTime(),
  });
