import {
  type AwsResource,
  input,
  operation,
  type Operation,
  optionalString,
  resource,
  type Schema,
  secret,
  text,
  z,
} from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { ArchiveCreationOutput$, UploadArchiveCommand } from '@aws-sdk/client-glacier';

import { treeHashOf } from '../tree-hash.js';
import { toVault, type VaultReference, vaultReference } from '../vault-reference.js';

export interface UploadVaultArchiveInput extends VaultReference {
  /** The content, 1 byte to 100 MiB. */
  readonly body: Uint8Array;
  /** A description, up to 1,024 printable ASCII characters, e.g. the name of the file: an archive has no other name. Default: none. */
  readonly archiveDescription?: string | undefined;
}

/** An archive that was uploaded. */
export interface UploadedVaultArchive extends AwsResource {
  /** The ID of the archive. Keep it: until the next inventory of the vault there is no other way to find the archive. */
  readonly archiveId: string;
  /** The SHA-256 tree hash that Glacier has computed, in hexadecimal digits. */
  readonly checksum: string;
  /** The path of the archive. */
  readonly location?: string | undefined;
}

/**
 * Uploads an archive of up to 100 MiB with its SHA-256 tree hash, which Glacier verifies. Only for accounts that already use the older Glacier
 * service: it is closed to new customers since December 2025. For new data, use S3's Glacier storage classes (`archiveObject`). AWS has no
 * idempotency token for this operation: a request whose response was lost is not retried.
 *
 * @example
 * const { archiveId } = await uploadVaultArchive({ vaultName: 'photos', body: new TextEncoder().encode('photos'), archiveDescription: 'photos-2026.tar' });
 * @throws {NotFoundError} there is no such vault in this region.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-archive-post.html
 */
export const uploadVaultArchive: Operation<UploadVaultArchiveInput, UploadedVaultArchive, { on: 'vaultName' }> =
  operation(() => ({
    name: 'uploadVaultArchive',
    service: glacier,
    command: UploadArchiveCommand,
    repeatable: false,
    permissions: [{ action: 'glacier:UploadArchive', resources: ['vault'] }],
    input: input<UploadVaultArchiveInput>({
      ...vaultReference(),
      body: secret(
        z.instanceof(Uint8Array).check(
          z.refine((data) => data.byteLength >= 1 && data.byteLength <= 104_857_600, {
            error: 'content of 1 byte to 100 MiB',
          }),
        ),
      ),
      archiveDescription: z.optional(text(1, 1_024).check(z.regex(/^[\x20-\x7e]*$/, 'printable ASCII characters'))),
    }),
    output: uploadedVaultArchive(),
    request: ({ body, ...vault }) => ({ ...toVault(vault), checksum: treeHashOf(body) }),
  }));

const uploadedVaultArchive = (): Schema<UploadedVaultArchive> =>
  resource<UploadedVaultArchive>(ArchiveCreationOutput$, {
    archiveId: z.string(),
    checksum: z.string(),
    location: optionalString(),
  });
