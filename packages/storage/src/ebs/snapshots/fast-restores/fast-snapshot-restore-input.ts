import { type AwsInput, input, text, type z } from '@arch/core/builder';
import { snapshotId } from '@arch/services/ec2';

/** One snapshot in one Availability Zone. */
export interface FastSnapshotRestoreInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`, of this account or shared with it. */
  readonly snapshotId: string;
  /** The Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone: string;
}

/** Checks a {@link FastSnapshotRestoreInput}. */
export const fastSnapshotRestoreInput = (): z.ZodMiniType<FastSnapshotRestoreInput> =>
  input<FastSnapshotRestoreInput>({ snapshotId: snapshotId(), availabilityZone: text(1, 64) });

/** The request for one snapshot and one Availability Zone. */
export const toRequest = ({
  snapshotId,
  availabilityZone,
}: FastSnapshotRestoreInput): { SourceSnapshotIds: string[]; AvailabilityZones: string[] } => ({
  SourceSnapshotIds: [snapshotId],
  AvailabilityZones: [availabilityZone],
});
