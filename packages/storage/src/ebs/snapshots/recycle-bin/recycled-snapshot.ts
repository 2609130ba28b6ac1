import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { SnapshotRecycleBinInfo$ } from '@aws-sdk/client-ec2';

/** A deleted snapshot in the recycle bin. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SnapshotRecycleBinInfo.html */
export interface RecycledSnapshot extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The time at which the snapshot was deleted, in UTC. */
  readonly recycleBinEnterTime?: Date | undefined;
  /** The time at which AWS deletes the snapshot for ever, in UTC. */
  readonly recycleBinExitTime?: Date | undefined;
  /** The description of the snapshot. */
  readonly description?: string | undefined;
  /** The ID of the volume from which the snapshot was created. */
  readonly volumeId?: string | undefined;
}

/** Parses one EC2 `SnapshotRecycleBinInfo` structure. */
export const recycledSnapshot = (): Schema<RecycledSnapshot> =>
  resource<RecycledSnapshot>(SnapshotRecycleBinInfo$, {
    snapshotId: z.string(),
    recycleBinEnterTime: z.optional(z.date()),
    recycleBinExitTime: z.optional(z.date()),
    description: optionalString(),
    volumeId: optionalString(),
  });
