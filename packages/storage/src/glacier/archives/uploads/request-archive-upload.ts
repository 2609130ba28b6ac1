import { type AwsResource, input, operation, type Operation, resource, z } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { InitiateMultipartUploadCommand, InitiateMultipartUploadOutput$ } from '@aws-sdk/client-glacier';

import { toVault } from '../../vault-reference.js';
import { newVaultArchive, type NewVaultArchive } from './new-vault-archive.js';

/** A new multipart upload. */
export interface ArchiveUpload extends AwsResource {
  readonly uploadId: string;
}

/** Creates a multipart upload. https://docs.aws.amazon.com/amazonglacier/latest/dev/api-multipart-initiate-upload.html */
export const requestArchiveUpload: Operation<NewVaultArchive & { readonly partSizeBytes: number }, ArchiveUpload> =
  operation(() => ({
    service: glacier,
    command: InitiateMultipartUploadCommand,
    permissions: [{ action: 'glacier:InitiateMultipartUpload', resources: ['vault'] }],
    input: input<NewVaultArchive & { readonly partSizeBytes: number }>({
      ...newVaultArchive(),
      partSizeBytes: z.int(),
    }),
    output: resource<ArchiveUpload>(InitiateMultipartUploadOutput$, { uploadId: z.string() }),
    request: ({ partSizeBytes, ...vault }) => ({ ...toVault(vault), partSize: String(partSizeBytes) }),
    // A retry could create a second upload, which is never completed.
    repeatable: false,
  }));
