import { asIs, input, operation, type Operation } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { GetJobOutputCommand } from '@aws-sdk/client-glacier';

import { type VaultJobReference, vaultJobReference } from '../vault-job-reference.js';
import { parseInventory, type VaultInventory } from './vault-inventory.js';

export interface GetVaultInventoryInput extends VaultJobReference {}

/**
 * Reads the inventory that `requestVaultInventory` has prepared. The whole list is in memory, about 400 bytes per archive; request the inventory
 * of a very large vault in parts with `limit`. The older Glacier service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * const { archives } = await getVaultInventory({ vaultName: 'photos', jobId });
 * @throws {NotFoundError} there is no such vault in this region, or no such job; AWS forgets a job at the earliest 24 hours after its end.
 * @throws {ConflictError} the job is still in progress.
 * @throws {UnexpectedResponseError} the job is about an archive, or its inventory has the form CSV: use `getVaultJobOutput`.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-job-output-get.html
 */
export const getVaultInventory: Operation<GetVaultInventoryInput, VaultInventory, { on: 'vaultName' }> = operation(
  () => ({
    name: 'getVaultInventory',
    service: glacier,
    command: GetJobOutputCommand,
    permissions: [{ action: 'glacier:GetJobOutput', resources: ['vault'] }],
    input: input<GetVaultInventoryInput>(vaultJobReference()),
    output: asIs<VaultInventory>(),
    select: async ({ body }) => {
      const data = await (body as Body | undefined)?.transformToByteArray();
      return parseInventory(Buffer.from(data ?? []).toString('utf8'), 'getVaultInventory');
    },
  }),
);

interface Body {
  transformToByteArray(): Promise<Uint8Array>;
}
