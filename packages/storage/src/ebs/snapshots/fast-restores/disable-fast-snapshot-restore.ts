import { operation, type WaitableOperation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DisableFastSnapshotRestoresCommand, DisableFastSnapshotRestoreSuccessItem$ } from '@aws-sdk/client-ec2';

import { describeFastSnapshotRestore } from './describe-fast-snapshot-restore.js';
import { type FastSnapshotRestoreInput, fastSnapshotRestoreInput, toRequest } from './fast-snapshot-restore-input.js';
import { fastSnapshotRestore, type FastSnapshotRestore } from './fast-snapshot-restore.js';
import { selectZone } from './select-zone.js';
import { waitForFastSnapshotRestore } from './wait-for-fast-snapshot-restore.js';

/**
 * Disables fast snapshot restore of a snapshot in an Availability Zone. Volumes that already exist do not change. With `wait: true` the call
 * resolves in state `disabled`.
 *
 * @example
 * await disableFastSnapshotRestore({ snapshotId: 'snap-0123456789abcdef0', availabilityZone: 'eu-west-1a' });
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} fast snapshot restore is not enabled for the snapshot in the Availability Zone.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableFastSnapshotRestores.html
 */
export const disableFastSnapshotRestore: WaitableOperation<
  FastSnapshotRestoreInput,
  FastSnapshotRestore,
  FastSnapshotRestore,
  { on: 'snapshotId' }
> = operation(() => ({
  name: 'disableFastSnapshotRestore',
  service: ec2,
  command: DisableFastSnapshotRestoresCommand,
  permissions: [{ action: 'ec2:DisableFastSnapshotRestores', resources: ['snapshot'] }],
  input: fastSnapshotRestoreInput(),
  output: fastSnapshotRestore(DisableFastSnapshotRestoreSuccessItem$),
  request: toRequest,
  select: (response) => selectZone('disableFastSnapshotRestore', response),
  uses: [describeFastSnapshotRestore],
  wait: ({ snapshotId, availabilityZone }, options) =>
    waitForFastSnapshotRestore({ snapshotId, availabilityZone, state: 'disabled' }, options),
}));
