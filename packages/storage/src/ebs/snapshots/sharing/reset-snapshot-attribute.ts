import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { ResetSnapshotAttributeCommand } from '@aws-sdk/client-ec2';

export interface ResetSnapshotAttributeInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
}

/**
 * Makes a snapshot private: ends its sharing with all accounts. Volumes and copies that they have already created remain.
 *
 * @example
 * await resetSnapshotAttribute('snap-0123456789abcdef0');
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResetSnapshotAttribute.html
 */
export const resetSnapshotAttribute: Operation<string | ResetSnapshotAttributeInput, void, { on: 'snapshotId' }> =
  operation(() => ({
    name: 'resetSnapshotAttribute',
    service: ec2,
    command: ResetSnapshotAttributeCommand,
    permissions: [{ action: 'ec2:ResetSnapshotAttribute', resources: ['snapshot'] }],
    key: 'snapshotId',
    input: input<ResetSnapshotAttributeInput>({ snapshotId: snapshotId() }),
    output: noOutput(),
    request: ({ snapshotId }) => ({ SnapshotId: snapshotId, Attribute: 'createVolumePermission' as const }),
  }));
