import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { glacier, vaultAccountId } from '@arch/services/glacier';
import { ListVaultsCommand } from '@aws-sdk/client-glacier';

import { vault, type Vault } from './vault.js';

export interface ListVaultsInput extends AwsInput {
  /** The ID of the account that owns the vaults, 12 digits. Default: `-`, the account of the credentials. */
  readonly accountId?: string | undefined;
}

/**
 * Lists the vaults of a region in the order of their names, up to 10 per request. The older Glacier service with its vaults is closed to new
 * customers since December 2025.
 *
 * @example
 * for await (const { vaultName, sizeInBytes } of listVaults()) console.log(vaultName, sizeInBytes);
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-vaults-get.html
 */
export const listVaults: ListOperation<ListVaultsInput, Vault> = listOperation(() => ({
  name: 'listVaults',
  service: glacier,
  command: ListVaultsCommand,
  permissions: ['glacier:ListVaults'],
  input: input<ListVaultsInput>({ accountId: z.optional(vaultAccountId()) }),
  item: vault(),
  items: ({ VaultList }) => VaultList,
  pages: { token: 'marker', next: 'Marker', size: { member: 'limit', least: 1, most: 10 } },
}));
