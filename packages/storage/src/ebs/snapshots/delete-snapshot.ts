import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { DeleteSnapshotCommand } from '@aws-sdk/client-ec2';

export interface DeleteSnapshotInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
}

/**
 * Deletes a snapshot. Other snapshots of the same volume stay complete.
 *
 * @example
 * await deleteSnapshot('snap-0123456789abcdef0');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} an image uses the snapshot.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSnapshot.html
 */
export const deleteSnapshot: Operation<string | DeleteSnapshotInput, void, { on: 'snapshotId' }> = operation(() => ({
  name: 'deleteSnapshot',
  service: ec2,
  command: DeleteSnapshotCommand,
  permissions: [{ action: 'ec2:DeleteSnapshot', resources: ['snapshot'] }],
  key: 'snapshotId',
  input: input<DeleteSnapshotInput>({ snapshotId: snapshotId() }),
  output: noOutput(),
  deletes: true,
}));
