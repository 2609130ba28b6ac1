import { input, optionalString, operation, type Operation, resource, type Schema } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { CreateVaultCommand, CreateVaultOutput$ } from '@aws-sdk/client-glacier';

import { type VaultReference, vaultReference } from '../vault-reference.js';

export interface CreateVaultInput extends VaultReference {}

/** A vault that was created. */
export interface CreatedVault {
  /** The path of the vault, e.g. `/111122223333/vaults/photos`. */
  readonly location?: string | undefined;
}

/**
 * Creates a vault. Only for accounts that already use the older Glacier service: it is closed to new customers since December 2025. For new
 * data, S3's Glacier storage classes are cheaper and simpler (`archiveObject`). Creating a vault that already exists has no effect.
 *
 * @example
 * await createVault('photos');
 * @throws {QuotaExceededError} the account has reached its quota of 1,000 vaults in this region.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-vault-put.html
 */
export const createVault: Operation<string | CreateVaultInput, CreatedVault, { on: 'vaultName' }> = operation(() => ({
  name: 'createVault',
  service: glacier,
  command: CreateVaultCommand,
  repeatable: true,
  permissions: [{ action: 'glacier:CreateVault', resources: ['vault'] }],
  key: 'vaultName',
  input: input<CreateVaultInput>(vaultReference()),
  output: createdVault(),
}));

const createdVault = (): Schema<CreatedVault> =>
  resource<CreatedVault>(CreateVaultOutput$, { location: optionalString() });
