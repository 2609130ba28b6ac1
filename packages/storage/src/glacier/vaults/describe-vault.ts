import { input, operation, type Operation } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { DescribeVaultCommand } from '@aws-sdk/client-glacier';

import { type VaultReference, vaultReference } from '../vault-reference.js';
import { vault, type Vault } from './vault.js';

export interface DescribeVaultInput extends VaultReference {}

/**
 * Describes a vault of the older Glacier service, which is closed to new customers since December 2025. The number of archives and their size are
 * those of the last inventory; AWS makes one about every day.
 *
 * @example
 * const { numberOfArchives, sizeInBytes } = await describeVault('photos');
 * @throws {NotFoundError} there is no such vault in this region.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-vault-get.html
 */
export const describeVault: Operation<string | DescribeVaultInput, Vault, { on: 'vaultName' }> = operation(() => ({
  name: 'describeVault',
  service: glacier,
  command: DescribeVaultCommand,
  permissions: [{ action: 'glacier:DescribeVault', resources: ['vault'] }],
  key: 'vaultName',
  input: input<DescribeVaultInput>(vaultReference()),
  output: vault(),
}));
