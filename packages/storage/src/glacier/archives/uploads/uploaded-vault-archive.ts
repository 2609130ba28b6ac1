import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { ArchiveCreationOutput$ } from '@aws-sdk/client-glacier';

/** An archive that was uploaded. */
export interface UploadedVaultArchive extends AwsResource {
  /** The ID of the archive. Keep it: until the next inventory of the vault there is no other way to find the archive. */
  readonly archiveId: string;
  /** The SHA-256 tree hash that Glacier has computed, in hexadecimal digits. */
  readonly checksum: string;
  /** The path of the archive. */
  readonly location?: string | undefined;
}

/** Parses one Glacier `ArchiveCreationOutput` structure. */
export const uploadedVaultArchive = (): Schema<UploadedVaultArchive> =>
  resource<UploadedVaultArchive>(ArchiveCreationOutput$, {
    archiveId: z.string(),
    checksum: z.string(),
    location: optionalString(),
  });
