import {
  type AwsResource,
  from,
  type Open,
  openEnum,
  optionalString,
  resource,
  type Schema,
  tags,
  type Tags,
  z,
} from '@arch/core/builder';
import { ImportSnapshotTask$ } from '@aws-sdk/client-ec2';

/** States of an import. AWS reports a failed import as `deleted` with a message, or as `error`. */
export const importSnapshotStatuses = ['pending', 'active', 'completed', 'deleting', 'deleted', 'error'] as const;
export type ImportSnapshotStatus = Open<(typeof importSnapshotStatuses)[number]>;

/** An import of a disk image as a snapshot. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImportSnapshotTask.html */
export interface ImportSnapshotTask extends AwsResource {
  /** The ID of the import, e.g. `import-snap-0123456789abcdef0`. */
  readonly importTaskId: string;
  /** The state of the import. */
  readonly status?: ImportSnapshotStatus | undefined;
  /** AWS's words about the state, e.g. `downloading/converting`, or the reason of a failure. */
  readonly statusMessage?: string | undefined;
  /** The progress in percent, e.g. `42`. */
  readonly progress?: string | undefined;
  /** The ID of the snapshot. Absent until the import is complete. */
  readonly snapshotId?: string | undefined;
  /** The format of the disk image, e.g. `VMDK`. */
  readonly format?: string | undefined;
  /** The bucket of the disk image. */
  readonly bucket?: string | undefined;
  /** The key of the disk image. */
  readonly key?: string | undefined;
  /** Whether the snapshot is encrypted. Absent if AWS does not report it. */
  readonly encrypted?: boolean | undefined;
  /** The KMS key of the snapshot. */
  readonly kmsKeyId?: string | undefined;
  /** The description of the import. */
  readonly description?: string | undefined;
  /** The tags of the import, by key. */
  readonly tags: Tags;
}

/** Parses one EC2 `ImportSnapshotTask` structure. */
export const importSnapshotTask = (): Schema<ImportSnapshotTask> =>
  resource<ImportSnapshotTask>(ImportSnapshotTask$, {
    importTaskId: z.string(),
    status: from('SnapshotTaskDetail.Status', z.optional(openEnum(importSnapshotStatuses))),
    statusMessage: from('SnapshotTaskDetail.StatusMessage', optionalString()),
    progress: from('SnapshotTaskDetail.Progress', optionalString()),
    snapshotId: from('SnapshotTaskDetail.SnapshotId', optionalString()),
    format: from('SnapshotTaskDetail.Format', optionalString()),
    bucket: from('SnapshotTaskDetail.UserBucket.S3Bucket', optionalString()),
    key: from('SnapshotTaskDetail.UserBucket.S3Key', optionalString()),
    encrypted: from('SnapshotTaskDetail.Encrypted', z.optional(z.boolean())),
    kmsKeyId: from('SnapshotTaskDetail.KmsKeyId', optionalString()),
    description: optionalString(),
    tags: tags(),
  });
