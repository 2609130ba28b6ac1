import { asIs, input, operation, type Operation, secret, text, z } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { UploadMultipartPartCommand } from '@aws-sdk/client-glacier';

import { toVault } from '../../vault-reference.js';
import { type VaultUploadReference, vaultUploadReference } from '../../vault-upload-reference.js';

/** A part of an archive. */
export interface ArchivePart {
  /** The position of its first byte in the archive. */
  readonly start: number;
  readonly body: Uint8Array;
}

interface ArchivePartRequest extends VaultUploadReference, ArchivePart {
  /** The SHA-256 tree hash of the part. */
  readonly checksum: string;
}

/** Uploads a part, and returns the tree hash that Glacier has computed. A part with the same range is replaced. */
export const requestArchivePart: Operation<ArchivePartRequest, string> = operation(() => ({
  service: glacier,
  command: UploadMultipartPartCommand,
  repeatable: true,
  permissions: [{ action: 'glacier:UploadMultipartPart', resources: ['vault'] }],
  input: input<ArchivePartRequest>({
    ...vaultUploadReference(),
    start: z.int(),
    body: secret(z.instanceof(Uint8Array)),
    checksum: text(64, 64),
  }),
  output: asIs<string>(),
  request: ({ uploadId, start, body, ...vault }) => ({
    ...toVault(vault),
    uploadId,
    range: `bytes ${start}-${start + body.byteLength - 1}/*`,
  }),
  select: ({ checksum }) => checksum,
}));
