import type { z } from '@arch/core/builder';
import { glacierId } from '@arch/services/glacier';

import { type VaultReference, vaultReference } from './vault-reference.js';

/** The members that identify a multipart upload to a vault. */
export interface VaultUploadReference extends VaultReference {
  /** The ID of the upload from `listVaultMultipartUploads`, or from the error of `uploadVaultArchive`. */
  readonly uploadId: string;
}

/** Checks the members of {@link VaultUploadReference}. */
export const vaultUploadReference = (): ReturnType<typeof vaultReference> & { uploadId: z.ZodMiniType<string> } => ({
  ...vaultReference(),
  uploadId: glacierId(),
});
