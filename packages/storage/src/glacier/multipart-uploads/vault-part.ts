import { type AwsResource, resource, type Schema, z } from '@arch/core/builder';
import { PartListElement$ } from '@aws-sdk/client-glacier';

/** An uploaded part of an archive. https://docs.aws.amazon.com/amazonglacier/latest/dev/api-multipart-list-parts.html */
export interface VaultPart extends AwsResource {
  /** The bytes of the archive in this part, e.g. `0-4194303`. */
  readonly rangeInBytes: string;
  /** The SHA-256 tree hash of the part, in hexadecimal digits. */
  readonly sha256TreeHash: string;
}

/** Parses one Glacier `PartListElement` structure. */
export const vaultPart = (): Schema<VaultPart> =>
  resource<VaultPart>(PartListElement$, { rangeInBytes: z.string(), sha256TreeHash: z.string() });
