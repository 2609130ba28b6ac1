import { type AwsInput, input, operation, type WaitableOperation } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { RestoreSnapshotFromRecycleBinCommand } from '@aws-sdk/client-ec2';

import { describeSnapshot, type Snapshot, waitForSnapshot } from '../index.js';
import { restoredSnapshot, type RestoredSnapshot } from './restored-snapshot.js';

export interface RestoreSnapshotFromRecycleBinInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
}

/**
 * Restores a deleted snapshot from the recycle bin. With `wait: true` the call resolves when the snapshot can be used.
 *
 * @example
 * await restoreSnapshotFromRecycleBin('snap-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} the snapshot is not in the recycle bin of this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreSnapshotFromRecycleBin.html
 */
export const restoreSnapshotFromRecycleBin: WaitableOperation<
  string | RestoreSnapshotFromRecycleBinInput,
  RestoredSnapshot,
  Snapshot,
  { on: 'snapshotId' }
> = operation(() => ({
  name: 'restoreSnapshotFromRecycleBin',
  service: ec2,
  command: RestoreSnapshotFromRecycleBinCommand,
  // The restored snapshot is no longer in the recycle bin.
  repeatable: 'refused',
  permissions: [{ action: 'ec2:RestoreSnapshotFromRecycleBin', resources: ['snapshot'] }],
  key: 'snapshotId',
  input: input<RestoreSnapshotFromRecycleBinInput>({ snapshotId: snapshotId() }),
  output: restoredSnapshot(),
  creates: ({ snapshotId }) => [snapshotId],
  uses: [describeSnapshot],
  wait: ({ snapshotId }, options) => waitForSnapshot({ snapshotId, state: 'completed' }, options),
}));
