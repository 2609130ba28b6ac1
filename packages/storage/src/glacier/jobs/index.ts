export { describeVaultJob, type DescribeVaultJobInput } from './describe-vault-job.js';
export { getVaultJobOutput, type GetVaultJobOutputInput, type VaultJobRange } from './get-vault-job-output.js';
export { listVaultJobs, type ListVaultJobsInput } from './list-vault-jobs.js';
export {
  type RetrievalTier,
  retrievalTiers,
  type VaultJob,
  type VaultJobAction,
  vaultJobActions,
  type VaultJobState,
  vaultJobStates,
} from './vault-job.js';
export { type VaultJobGoal, vaultJobGoals, waitForVaultJob, type WaitForVaultJobInput } from './wait-for-vault-job.js';

export type { VaultJobRequest } from '../vault-job-request.js';
export type { RequestedVaultJob } from '../requested-vault-job.js';
export type { VaultJobReference } from '../vault-job-reference.js';
