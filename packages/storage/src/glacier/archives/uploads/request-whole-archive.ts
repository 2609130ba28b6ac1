import { input, operation, type Operation, secret, z } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { UploadArchiveCommand } from '@aws-sdk/client-glacier';

import { treeHashOf } from '../../tree-hash.js';
import { toVault } from '../../vault-reference.js';
import { newVaultArchive, type NewVaultArchive } from './new-vault-archive.js';
import { uploadedVaultArchive, type UploadedVaultArchive } from './uploaded-vault-archive.js';

/** Uploads an archive in one request. AWS has no idempotency token for it. */
export const requestWholeArchive: Operation<NewVaultArchive & { readonly body: Uint8Array }, UploadedVaultArchive> =
  operation(() => ({
    service: glacier,
    command: UploadArchiveCommand,
    repeatable: false,
    permissions: [{ action: 'glacier:UploadArchive', resources: ['vault'] }],
    input: input<NewVaultArchive & { readonly body: Uint8Array }>({
      ...newVaultArchive(),
      body: secret(z.instanceof(Uint8Array)),
    }),
    output: uploadedVaultArchive(),
    request: ({ body, ...vault }) => ({ ...toVault(vault), checksum: treeHashOf(body) }),
  }));
