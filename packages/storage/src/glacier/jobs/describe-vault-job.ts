import { input, operation, type Operation } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { DescribeJobCommand } from '@aws-sdk/client-glacier';

import { type VaultJobReference, vaultJobReference } from '../vault-job-reference.js';
import { vaultJob, type VaultJob } from './vault-job.js';

export interface DescribeVaultJobInput extends VaultJobReference {}

/**
 * Describes a job of a vault. AWS forgets a job some time after its end, at the earliest after 24 hours. The older Glacier service with its
 * vaults is closed to new customers since December 2025.
 *
 * @example
 * const { statusCode, archiveSizeInBytes } = await describeVaultJob({ vaultName: 'photos', jobId });
 * @throws {NotFoundError} there is no such vault in this region, or no such job.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-describe-job-get.html
 */
export const describeVaultJob: Operation<DescribeVaultJobInput, VaultJob, { on: 'vaultName' }> = operation(() => ({
  name: 'describeVaultJob',
  service: glacier,
  command: DescribeJobCommand,
  permissions: [{ action: 'glacier:DescribeJob', resources: ['vault'] }],
  input: input<DescribeVaultJobInput>(vaultJobReference()),
  output: vaultJob(),
}));
