import type { z } from '@arch/core/builder';
import { glacierId } from '@arch/services/glacier';

import { type VaultReference, vaultReference } from './vault-reference.js';

/** The members that identify a job of a vault. */
export interface VaultJobReference extends VaultReference {
  /** The ID of the job from `requestVaultArchive`, `requestVaultInventory` or `listVaultJobs`. */
  readonly jobId: string;
}

/** Checks the members of {@link VaultJobReference}. */
export const vaultJobReference = (): ReturnType<typeof vaultReference> & { jobId: z.ZodMiniType<string> } => ({
  ...vaultReference(),
  jobId: glacierId(),
});
