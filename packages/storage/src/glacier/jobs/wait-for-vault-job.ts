import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { glacierId, vaultAccountId, vaultName } from '@arch/services/glacier';

import { describeVaultJob } from './describe-vault-job.js';
import type { VaultJob } from './vault-job.js';

/** The goals of a wait: the output can be read, or the job has ended in any way. */
export const vaultJobGoals = ['succeeded', 'ended'] as const;
export type VaultJobGoal = (typeof vaultJobGoals)[number];

export interface WaitForVaultJobInput {
  /** The name of the vault. */
  readonly vaultName: string;
  /** The ID of the account that owns the vault, 12 digits. Default: `-`, the account of the credentials. */
  readonly accountId?: string | undefined;
  /** The ID of the job. */
  readonly jobId: string;
  /** The goal of the wait. */
  readonly state: VaultJobGoal;
}

/**
 * Waits until the output of a job can be read: minutes for an archive with the tier `Expedited`, otherwise 3–12 hours. The first checks are a
 * minute apart. The older Glacier service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * await waitForVaultJob({ vaultName: 'photos', jobId, state: 'succeeded' });
 * @throws {WaitError} the job has failed, with AWS's reason.
 * @throws {DeadlineError} the job did not end within 24 hours, or `timeoutMs`. It continues.
 * @throws {NotFoundError} there is no such vault in this region, or no such job.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/downloading-an-archive-two-steps.html
 */
export const waitForVaultJob: Waiter<WaitForVaultJobInput, VaultJob, { on: 'vaultName' }> = waiter(() => ({
  name: 'waitForVaultJob',
  key: 'jobId',
  input: input<WaitForVaultJobInput>({
    vaultName: vaultName(),
    accountId: z.optional(vaultAccountId()),
    jobId: glacierId(),
    state: z.enum(vaultJobGoals),
  }),
  uses: [describeVaultJob],
  timeoutMs: 24 * 3_600_000,
  pollMs: 60_000,
  look: async ({ state: goal, ...job }, options): Promise<Observation<VaultJob>> => {
    const value = await describeVaultJob(job, options);
    const { statusCode: state, statusMessage: reason } = value;
    if (!value.completed) return { verdict: 'pending', state, reason, value };
    return { verdict: goal === 'ended' || state === 'Succeeded' ? 'reached' : 'failed', state, reason, value };
  },
}));
