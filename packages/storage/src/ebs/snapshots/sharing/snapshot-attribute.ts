import { type AwsResource, list, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { CreateVolumePermission$, DescribeSnapshotAttributeResult$ } from '@aws-sdk/client-ec2';

/** Who may create volumes from a snapshot: one account, or all accounts. */
export interface CreateVolumePermission {
  /** The ID of an account, 12 digits. */
  readonly userId?: string | undefined;
  /** `all`: the snapshot is public. */
  readonly group?: string | undefined;
}

/** Who may use a snapshot in addition to its owner. */
export interface SnapshotAttribute extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The accounts that may create volumes from the snapshot. Empty for a private snapshot. */
  readonly createVolumePermissions: readonly CreateVolumePermission[];
}

/** Parses one EC2 `DescribeSnapshotAttributeResult` structure. */
export const snapshotAttribute = (): Schema<SnapshotAttribute> =>
  resource<SnapshotAttribute>(DescribeSnapshotAttributeResult$, {
    snapshotId: z.string(),
    createVolumePermissions: list(
      resource<CreateVolumePermission>(CreateVolumePermission$, { userId: optionalString(), group: optionalString() }),
    ),
  });
