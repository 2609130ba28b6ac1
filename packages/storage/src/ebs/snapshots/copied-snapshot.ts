import { type AwsResource, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { CopySnapshotResult$ } from '@aws-sdk/client-ec2';

/** A copy of a snapshot that AWS is creating. */
export interface CopiedSnapshot extends AwsResource {
  /** The ID of the copy, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The tags of the copy, by key. */
  readonly tags: Tags;
}

/** Parses one EC2 `CopySnapshotResult` structure. */
export const copiedSnapshot = (): Schema<CopiedSnapshot> =>
  resource<CopiedSnapshot>(CopySnapshotResult$, { snapshotId: z.string(), tags: tags() });
