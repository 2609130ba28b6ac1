import type { z } from '@arch/core/builder';
import { glacierId } from '@arch/services/glacier';

import { type VaultReference, vaultReference } from '../vault-reference.js';

/** The members that identify an archive in a vault. */
export interface VaultArchiveReference extends VaultReference {
  /** The ID of the archive, from its upload or from the inventory of the vault. */
  readonly archiveId: string;
}

/** Checks the members of {@link VaultArchiveReference}. */
export const vaultArchiveReference = (): ReturnType<typeof vaultReference> & { archiveId: z.ZodMiniType<string> } => ({
  ...vaultReference(),
  archiveId: glacierId(),
});
