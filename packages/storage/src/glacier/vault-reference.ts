import { type AwsInput, z } from '@arch/core/builder';
import { vaultAccountId, vaultName } from '@arch/services/glacier';

/** The members that identify a vault. */
export interface VaultReference extends AwsInput {
  /** The name of the vault, 1–255 letters, digits, hyphens, underscores and dots. */
  readonly vaultName: string;
  /** The ID of the account that owns the vault, 12 digits. Default: `-`, the account of the credentials. */
  readonly accountId?: string | undefined;
}

/** Checks the members of {@link VaultReference}. */
export const vaultReference = (): {
  vaultName: z.ZodMiniType<string>;
  accountId: z.ZodMiniType<string | undefined>;
} => ({ vaultName: vaultName(), accountId: z.optional(vaultAccountId()) });

/** Returns the members of a request that identify the vault. */
export const toVault = ({ vaultName, accountId = '-' }: VaultReference): { vaultName: string; accountId: string } => ({
  vaultName,
  accountId,
});
