import {
  type AwsInput,
  input,
  type Open,
  openEnum,
  operation,
  tagRecord,
  type Tags,
  text,
  toTagSpecifications,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { bucketName, objectKey } from '@arch/services/s3';
import { ImportSnapshotCommand } from '@aws-sdk/client-ec2';

import { describeImportSnapshotTask } from './describe-import-snapshot-task.js';
import { importSnapshotTask, type ImportSnapshotTask } from './import-snapshot-task.js';
import { waitForImportSnapshotTask } from './wait-for-import-snapshot-task.js';

/** The formats of disk images that AWS imports. */
export const diskImageFormats = ['VMDK', 'VHD', 'VHDX', 'RAW'] as const;
export type DiskImageFormat = Open<(typeof diskImageFormats)[number]>;

export interface ImportSnapshotInput extends AwsInput {
  /** The bucket of the disk image. It must be in the region of the snapshot. */
  readonly bucket: string;
  /** The key of the disk image. The object must exist until the import is complete. */
  readonly key: string;
  /** The format of the disk image. */
  readonly format: DiskImageFormat;
  /** A description of the import, at most 255 characters. */
  readonly description?: string | undefined;
  /** Whether the snapshot is encrypted. Default: `true`. */
  readonly encrypted?: boolean | undefined;
  /** The KMS key of the snapshot: ID, alias or ARN. Default that AWS applies: the account's default key for EBS. */
  readonly kmsKeyId?: string | undefined;
  /** Tags of the import, at most 50. */
  readonly tags?: Tags | undefined;
}

/**
 * Imports a disk image in S3 as a snapshot, by default encrypted. AWS reads the object with the service role `vmimport`, which the account must
 * have; for another role, pass `aws: { RoleName }`. With `wait: true` the call resolves when the snapshot is complete. A retry never starts a
 * second import. `uploadSnapshot` creates a snapshot from a local file without S3 and without a role.
 *
 * @example
 * const image = { bucket: 'disk-images', key: 'web.vmdk', format: 'VMDK' };
 * const { snapshotId } = await importSnapshot(image, { wait: { timeoutMs: 3 * 3_600_000 } });
 * @throws {InvalidRequestError} the role does not exist or may not read the object, or AWS does not support the format.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImportSnapshot.html
 */
export const importSnapshot: WaitableOperation<
  ImportSnapshotInput,
  ImportSnapshotTask,
  ImportSnapshotTask,
  { on: 'importTaskId' | 'snapshotId'; with: 'tags' }
> = operation(() => ({
  name: 'importSnapshot',
  service: ec2,
  command: ImportSnapshotCommand,
  permissions: [
    { action: 'ec2:ImportSnapshot', resources: ['import-snapshot-task', 'snapshot'] },
    {
      action: 'ec2:CreateTags',
      resources: ['import-snapshot-task'],
      condition: { StringEquals: { 'ec2:CreateAction': 'ImportSnapshot' } },
      with: 'tags',
    },
  ],
  input: input<ImportSnapshotInput>({
    bucket: bucketName(),
    key: objectKey(),
    format: openEnum(diskImageFormats),
    description: z.optional(text(0, 255)),
    encrypted: z.optional(z.boolean()),
    kmsKeyId: z.optional(text(1, 2_048)),
    tags: z.optional(tagRecord()),
  }).check(
    z.refine(({ encrypted, kmsKeyId }) => encrypted !== false || kmsKeyId === undefined, {
      path: ['encrypted'],
      error: 'true with a kmsKeyId',
    }),
  ),
  output: importSnapshotTask(),
  request: ({ bucket, key, format, encrypted = true, tags }) => ({
    // AWS's model does not mark this member as an idempotency token, so the SDK does not fill it in.
    ClientToken: globalThis.crypto.randomUUID(),
    DiskContainer: { Format: format, UserBucket: { S3Bucket: bucket, S3Key: key } },
    Encrypted: encrypted,
    TagSpecifications: toTagSpecifications(tags, 'import-snapshot-task'),
  }),
  repeatable: true,
  creates: ({ importTaskId }) => [importTaskId],
  uses: [describeImportSnapshotTask],
  wait: ({ importTaskId }, options) => waitForImportSnapshotTask({ importTaskId, state: 'completed' }, options),
}));
