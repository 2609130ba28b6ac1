import type { CallOptions } from '@arch/core/builder';

import { getVaultInventory, type InventoriedArchive, requestVaultInventory } from '../../inventories/index.js';
import { waitForVaultJob } from '../../jobs/index.js';
import type { CopyVaultToBucketInput } from './copy-vault-to-bucket-input.js';
import { inventoryDescription } from './find-vault-jobs.js';

/** Reads the last inventory of the vault, from a job that exists or from a new one. */
export const readInventory = async (
  { vaultName, accountId, pollMs }: CopyVaultToBucketInput,
  known: string | undefined,
  options: CallOptions,
): Promise<readonly InventoriedArchive[]> => {
  const vault = { vaultName, accountId };
  const description = inventoryDescription;
  const jobId = known ?? (await requestVaultInventory({ ...vault, description }, options)).jobId;
  await waitForVaultJob({ ...vault, jobId, state: 'succeeded' }, { ...options, pollMs });
  return (await getVaultInventory({ ...vault, jobId }, options)).archives;
};
