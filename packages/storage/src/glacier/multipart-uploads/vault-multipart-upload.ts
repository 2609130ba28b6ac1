import { type AwsResource, from, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { glacierId } from '@arch/services/glacier';
import { UploadListElement$ } from '@aws-sdk/client-glacier';

import { glacierTime } from '../glacier-time.js';
import { type VaultReference, vaultReference } from '../vault-reference.js';

/** The members that identify a multipart upload of a vault. */
export interface VaultMultipartUploadReference extends VaultReference {
  /** The ID of the upload from `listVaultMultipartUploads`. */
  readonly uploadId: string;
}

/** Checks the members of {@link VaultMultipartUploadReference}. */
export const vaultMultipartUploadReference = (): ReturnType<typeof vaultReference> & {
  uploadId: z.ZodMiniType<string>;
} => ({ ...vaultReference(), uploadId: glacierId() });

/** An upload of an archive in parts that is in progress. https://docs.aws.amazon.com/amazonglacier/latest/dev/api-multipart-list-uploads.html */
export interface VaultMultipartUpload extends AwsResource {
  /** The ID of the upload. */
  readonly uploadId: string;
  /** The ARN of the vault. */
  readonly vaultArn: string;
  /** The description of the archive. */
  readonly archiveDescription?: string | undefined;
  /** The size of each part in bytes; the last part may be smaller. */
  readonly partSizeInBytes: number;
  /** The time at which the upload was started, in UTC. */
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
