import { type AwsInput, conflict, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { UnlockSnapshotCommand } from '@aws-sdk/client-ec2';

export interface UnlockSnapshotInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
}

/**
 * Unlocks a snapshot that is locked in governance mode, or in compliance mode within its cooling-off period.
 *
 * @example
 * await unlockSnapshot('snap-0123456789abcdef0');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} the snapshot is not locked, or is locked in compliance mode after the cooling-off period.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UnlockSnapshot.html
 */
export const unlockSnapshot: Operation<string | UnlockSnapshotInput, void, { on: 'snapshotId' }> = operation(() => ({
  name: 'unlockSnapshot',
  service: ec2,
  command: UnlockSnapshotCommand,
  permissions: [{ action: 'ec2:UnlockSnapshot', resources: ['snapshot'] }],
  key: 'snapshotId',
  input: input<UnlockSnapshotInput>({ snapshotId: snapshotId() }),
  output: noOutput(),
  errors: {
    OperationNotPermitted: conflict({
      resource: 'snapshot',
      member: 'snapshotId',
      remedy:
        'In compliance mode, a snapshot can be unlocked only within its cooling-off period: see describeLockedSnapshot.',
    }),
  },
}));
