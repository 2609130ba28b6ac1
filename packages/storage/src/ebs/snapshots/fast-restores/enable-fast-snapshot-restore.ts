import { NotFoundError } from '@arch/core';
import { operation, retryWhile, type WaitableOperation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { EnableFastSnapshotRestoresCommand, EnableFastSnapshotRestoreSuccessItem$ } from '@aws-sdk/client-ec2';

import { describeFastSnapshotRestore } from './describe-fast-snapshot-restore.js';
import { type FastSnapshotRestoreInput, fastSnapshotRestoreInput, toRequest } from './fast-snapshot-restore-input.js';
import { fastSnapshotRestore, type FastSnapshotRestore } from './fast-snapshot-restore.js';
import { selectZone } from './select-zone.js';
import { waitForFastSnapshotRestore } from './wait-for-fast-snapshot-restore.js';

/**
 * Enables fast snapshot restore: volumes that are created from the snapshot in the Availability Zone have their full performance at once. AWS
 * bills each hour, snapshot and Availability Zone until `disableFastSnapshotRestore`, also if no volume is created. With `wait: true` the call
 * resolves in state `enabled`, which takes 60 minutes per TiB.
 *
 * @example
 * await enableFastSnapshotRestore({ snapshotId: 'snap-0123456789abcdef0', availabilityZone: 'eu-west-1a' }, { wait: true });
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {QuotaExceededError} fast snapshot restore is enabled for the maximum number of snapshots.
 * @throws {ConflictError} the snapshot does not allow it, e.g. because it is larger than 16 TiB or not complete.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableFastSnapshotRestores.html
 */
export const enableFastSnapshotRestore: WaitableOperation<
  FastSnapshotRestoreInput,
  FastSnapshotRestore,
  FastSnapshotRestore,
  { on: 'snapshotId' }
> = operation(() => ({
  name: 'enableFastSnapshotRestore',
  service: ec2,
  command: EnableFastSnapshotRestoresCommand,
  permissions: [{ action: 'ec2:EnableFastSnapshotRestores', resources: ['snapshot'] }],
  input: fastSnapshotRestoreInput(),
  output: fastSnapshotRestore(EnableFastSnapshotRestoreSuccessItem$),
  request: toRequest,
  select: (response) => selectZone('enableFastSnapshotRestore', response),
  uses: [describeFastSnapshotRestore],
  wait: ({ snapshotId, availabilityZone }, options) =>
    retryWhile(notVisibleYet, options, () =>
      waitForFastSnapshotRestore({ snapshotId, availabilityZone, state: 'enabled' }, options),
    ),
}));

/** AWS may not report what was enabled a moment ago. */
const notVisibleYet = {
  when: (error: unknown): boolean => error instanceof NotFoundError,
  patienceMs: 15_000,
  pauseMs: 1_000,
  phase: 'waiting until AWS reports the state',
};
