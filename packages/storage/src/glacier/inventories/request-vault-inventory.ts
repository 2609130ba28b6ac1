import { input, operation, text, type WaitableOperation, z } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { InitiateJobCommand } from '@aws-sdk/client-glacier';

import { describeVaultJob, type VaultJob, waitForVaultJob } from '../jobs/index.js';
import { vaultJobRequest, type VaultJobRequest } from '../vault-job-request.js';
import { requestedVaultJob, type RequestedVaultJob } from '../requested-vault-job.js';
import { toVault, type VaultReference, vaultReference } from '../vault-reference.js';

export interface RequestVaultInventoryInput extends VaultReference, VaultJobRequest {
  /** Only archives that were created at this time or later. Default: no limit. */
  readonly startDate?: Date | undefined;
  /** Only archives that were created before this time. Default: no limit. */
  readonly endDate?: Date | undefined;
  /** The maximum number of archives in the inventory, at least 1. The job's `inventoryMarker` continues it. Default: all archives. */
  readonly limit?: number | undefined;
  /** The `inventoryMarker` of an earlier job: continues its inventory. Default: begins with the first archive. */
  readonly marker?: string | undefined;
}

/**
 * Requests the last inventory of a vault, the list of its archives. AWS makes an inventory about every day and needs 3–5 hours to prepare it for
 * reading; with `wait: true` the call resolves when `getVaultInventory` can read it. A repeated call starts another job. The older Glacier
 * service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * const { jobId } = await requestVaultInventory('photos', { wait: true });
 * @throws {NotFoundError} there is no such vault in this region, or it has no inventory yet.
 * @throws {WaitError} with `wait`: the job has failed, with AWS's reason.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-initiate-job-post.html
 */
export const requestVaultInventory: WaitableOperation<
  string | RequestVaultInventoryInput,
  RequestedVaultJob,
  VaultJob,
  { on: 'vaultName' }
> = operation(() => ({
  name: 'requestVaultInventory',
  service: glacier,
  command: InitiateJobCommand,
  repeatable: false,
  permissions: [{ action: 'glacier:InitiateJob', resources: ['vault'] }],
  key: 'vaultName',
  input: input<RequestVaultInventoryInput>({
    ...vaultReference(),
    ...vaultJobRequest(),
    startDate: z.optional(z.date()),
    endDate: z.optional(z.date()),
    limit: z.optional(z.int().check(z.gte(1))),
    marker: z.optional(text(1, 1_024)),
  }).check(
    z.refine(({ startDate, endDate }) => !startDate || !endDate || startDate < endDate, {
      error: 'an endDate after startDate',
    }),
  ),
  output: requestedVaultJob(),
  request: ({ description, snsTopic, startDate, endDate, limit, marker, ...vault }) => ({
    ...toVault(vault),
    jobParameters: {
      Type: 'inventory-retrieval',
      Format: 'JSON',
      Description: description,
      SNSTopic: snsTopic,
      InventoryRetrievalParameters: {
        StartDate: toGlacierTime(startDate),
        EndDate: toGlacierTime(endDate),
        ...(limit !== undefined && { Limit: String(limit) }),
        Marker: marker,
      },
    },
  }),
  uses: [describeVaultJob],
  wait: ({ jobId }, options, { vaultName, accountId }) =>
    waitForVaultJob({ vaultName, accountId, jobId, state: 'succeeded' }, options),
}));

/** Glacier accepts times in seconds. */
const toGlacierTime = (date: Date | undefined): string | undefined => date?.toISOString().replace(/\.\d{3}Z$/, 'Z');
