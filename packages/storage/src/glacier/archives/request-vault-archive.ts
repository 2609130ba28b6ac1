import { input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { InitiateJobCommand } from '@aws-sdk/client-glacier';

import { describeVaultJob, type RetrievalTier, retrievalTiers, type VaultJob, waitForVaultJob } from '../jobs/index.js';
import { vaultJobRequest, type VaultJobRequest } from '../vault-job-request.js';
import { requestedVaultJob, type RequestedVaultJob } from '../requested-vault-job.js';
import { toVault } from '../vault-reference.js';
import { type VaultArchiveReference, vaultArchiveReference } from './vault-archive-reference.js';

export interface RequestVaultArchiveInput extends VaultArchiveReference, VaultJobRequest {
  /**
   * The speed: `Expedited` (1–5 minutes, archives up to 250 MB), `Standard` (3–5 hours) or `Bulk` (5–12 hours, the cheapest). Default that AWS
   * applies: `Standard`.
   */
  readonly tier?: RetrievalTier | undefined;
}

/**
 * Requests an archive, which takes minutes to hours and costs money per GB; with `wait: true` the call resolves when `readVaultArchive` or
 * `downloadVaultArchive` can read it, for at least 24 hours. A repeated call starts another job. The older Glacier service with its vaults is
 * closed to new customers since December 2025.
 *
 * @example
 * const { jobId } = await requestVaultArchive({ vaultName: 'photos', archiveId, tier: 'Bulk' }, { wait: true });
 * @throws {NotFoundError} there is no such vault in this region, or no such archive in it.
 * @throws {CapacityError} AWS has no capacity for `Expedited` at the moment.
 * @throws {ConflictError} the account's data retrieval policy does not allow the retrieval now.
 * @throws {WaitError} with `wait`: the job has failed, with AWS's reason.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-initiate-job-post.html
 */
export const requestVaultArchive: WaitableOperation<
  RequestVaultArchiveInput,
  RequestedVaultJob,
  VaultJob,
  { on: 'vaultName' }
> = operation(() => ({
  name: 'requestVaultArchive',
  service: glacier,
  command: InitiateJobCommand,
  repeatable: false,
  permissions: [{ action: 'glacier:InitiateJob', resources: ['vault'] }],
  input: input<RequestVaultArchiveInput>({
    ...vaultArchiveReference(),
    ...vaultJobRequest(),
    tier: z.optional(z.enum(retrievalTiers)),
  }),
  output: requestedVaultJob(),
  request: ({ archiveId, description, snsTopic, tier, ...vault }) => ({
    ...toVault(vault),
    jobParameters: {
      Type: 'archive-retrieval',
      ArchiveId: archiveId,
      Description: description,
      SNSTopic: snsTopic,
      Tier: tier,
    },
  }),
  uses: [describeVaultJob],
  wait: ({ jobId }, options, { vaultName, accountId }) =>
    waitForVaultJob({ vaultName, accountId, jobId, state: 'succeeded' }, options),
}));
