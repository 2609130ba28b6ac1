import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { PartListElement$ } from '@aws-sdk/client-glacier';

/** An uploaded part of an archive. https://docs.aws.amazon.com/amazonglacier/latest/dev/api-multipart-list-parts.html */
export interface VaultUploadPart extends AwsResource {
  /** The bytes of the archive that the part contains, e.g. `0-4194303`; the last one is included. */
  readonly rangeInBytes: string;
  /** The SHA-256 tree hash of the part that Glacier has computed, in hexadecimal digits. */
  readonly sha256TreeHash: string;
}

/** Parses one Glacier `PartListElement` structure. */
export const vaultUploadPart = (): Schema<VaultUploadPart> =>
  resource<VaultUploadPart>(PartListElement$, { rangeInBytes: z.string(), sha256TreeHash: z.string() });
