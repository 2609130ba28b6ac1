import { NotFoundError } from '@arch/core';
import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { vaultAccountId, vaultName } from '@arch/services/glacier';

import { describeVault } from './describe-vault.js';
import type { Vault } from './vault.js';

/** The goals of a wait. */
export const vaultGoals = ['exists', 'deleted'] as const;
export type VaultGoal = (typeof vaultGoals)[number];

export interface WaitForVaultInput {
  /** The name of the vault. */
  readonly vaultName: string;
  /** The ID of the account that owns the vault, 12 digits. Default: `-`, the account of the credentials. */
  readonly accountId?: string | undefined;
  /** The goal of the wait. */
  readonly state: VaultGoal;
}

/**
 * Waits until a vault of the older Glacier service exists, or until it no longer exists; `deleted` resolves with `undefined`. Useful for vaults
 * that others create or delete: `createVault` and `deleteVault` return after the change. The service is closed to new customers since December
 * 2025.
 *
 * @example
 * const { vaultArn } = await waitForVault({ vaultName: 'photos', state: 'exists' });
 * @throws {DeadlineError} the vault has not reached the state within 10 minutes, or `timeoutMs`.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-vault-get.html
 */
export const waitForVault: GoalWaiter<WaitForVaultInput, { exists: Vault; deleted: void }, { on: 'vaultName' }> =
  goalWaiter(() => ({
    name: 'waitForVault',
    key: 'vaultName',
    input: input<WaitForVaultInput>({
      vaultName: vaultName(),
      accountId: z.optional(vaultAccountId()),
      state: z.enum(vaultGoals),
    }),
    absent: 'deleted',
    uses: [describeVault],
    look: async ({ state: goal, ...vault }, options): Promise<Observation<Vault>> => {
      try {
        const value = await describeVault(vault, options);
        return { verdict: goal === 'exists' ? 'reached' : 'pending', state: 'existing', value };
      } catch (error) {
        if (goal === 'deleted' || !(error instanceof NotFoundError)) throw error;
        return { verdict: 'pending', state: 'not existing', value: undefined as never };
      }
    },
  }));
