import { input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { ListJobsCommand } from '@aws-sdk/client-glacier';

import { toVault, type VaultReference, vaultReference } from '../vault-reference.js';
import { vaultJob, type VaultJob, vaultJobStates } from './vault-job.js';

export interface ListVaultJobsInput extends VaultReference {
  /** Lists only jobs in this state. Default: in all states. */
  readonly statusCode?: (typeof vaultJobStates)[number] | undefined;
  /** `true`: lists only jobs that have ended; `false`: only others. Default: all. */
  readonly completed?: boolean | undefined;
}

/**
 * Lists the jobs of a vault, those in progress and those that ended recently, in the order of their start, up to 50 per request. The older
 * Glacier service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * const ready = await listVaultJobs({ vaultName: 'photos', statusCode: 'Succeeded' }).toArray();
 * @throws {NotFoundError} there is no such vault in this region.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-jobs-get.html
 */
export const listVaultJobs: ListOperation<ListVaultJobsInput, VaultJob, { on: 'vaultName' }> = listOperation(() => ({
  name: 'listVaultJobs',
  service: glacier,
  command: ListJobsCommand,
  permissions: [{ action: 'glacier:ListJobs', resources: ['vault'] }],
  input: input<ListVaultJobsInput>({
    ...vaultReference(),
    statusCode: z.optional(z.enum(vaultJobStates)),
    completed: z.optional(z.boolean()),
  }),
  item: vaultJob(),
  items: ({ JobList }) => JobList,
  request: ({ statusCode, completed, ...vault }) => ({
    ...toVault(vault),
    statuscode: statusCode,
    ...(completed !== undefined && { completed: String(completed) }),
  }),
  pages: { token: 'marker', next: 'Marker', size: { member: 'limit', least: 1, most: 50 } },
}));
