import { ConflictError } from '@arch/core';
import {
  addNote,
  type AwsInput,
  type AwsResource,
  type CallOptions,
  optionalString,
  input,
  operation,
  type Operation,
  resource,
  task,
  text,
  z,
} from '@arch/core/builder';
import { bucketName, objectKey, s3 } from '@arch/services/s3';
import { DeleteObjectCommand, DeleteObjectOutput$ } from '@aws-sdk/client-s3';

import { lockNotes } from '../lock-notes.js';
import { headObject } from './head-object.js';

export interface DeleteObjectInput extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /**
   * The ID of the version to delete permanently. Default: in a bucket with versioning, S3 keeps all versions and adds a delete marker, which
   * hides the object.
   */
  readonly versionId?: string | undefined;
  /** Whether to delete the version under a retention in `GOVERNANCE` mode too. Requires `s3:BypassGovernanceRetention`. Default: `false`. */
  readonly bypassGovernanceRetention?: boolean | undefined;
  /**
   * An `eTag`: deletes the object only if its current version has this ETag; otherwise throws a `ConflictError`, or a `NotFoundError` if there is
   * no such object. Requires `s3:GetObject`.
   */
  readonly ifMatch?: string | undefined;
}

/** The result of a deletion. */
export interface DeletedObject extends AwsResource {
  /** Whether S3 added or deleted a delete marker. */
  readonly deleteMarker?: boolean | undefined;
  /** The ID of the deleted version, or of the new delete marker. */
  readonly versionId?: string | undefined;
}

const deleteObjectInput = (): z.ZodMiniType<DeleteObjectInput> =>
  input<DeleteObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    versionId: z.optional(text(1, 1_024)),
    bypassGovernanceRetention: z.optional(z.boolean()),
    ifMatch: z.optional(text(1, 1_024)),
  });

/**
 * Deletes an object. If the object does not exist, the call succeeds. If Object Lock protects the version, the error contains the end of its
 * retention, provided that the credentials have the permission `s3:GetObject`.
 *
 * @example
 * await deleteObject({ bucket: 'reports', key: '2026/11.csv' });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} Object Lock protects the version, with a retention or a legal hold, or its ETag is not `ifMatch`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export const deleteObject: Operation<
  DeleteObjectInput,
  DeletedObject,
  { on: 'bucket' | 'key' | 'prefix'; with: 'bypassGovernanceRetention' | 'ifMatch' | 'versionId' }
> = task(() => ({
  name: 'deleteObject',
  input: deleteObjectInput(),
  uses: [requestDeletion],
  timeoutMs: 60_000,
  run: async (members, options) => {
    try {
      return await requestDeletion(members, options);
    } catch (error) {
      const isLocked = error instanceof ConflictError && error.code === 'AccessDenied';
      throw isLocked ? addNote(error, await describeLocks(members, options)) : error;
    }
  },
}));

const requestDeletion: Operation<DeleteObjectInput, DeletedObject> = operation(() => ({
  name: 'deleteObject',
  service: s3,
  command: DeleteObjectCommand,
  permissions: [
    { action: 's3:DeleteObject', resources: ['object'] },
    { action: 's3:DeleteObjectVersion', resources: ['object'], with: 'versionId' },
    { action: 's3:GetObject', resources: ['object'], with: 'ifMatch' },
    { action: 's3:BypassGovernanceRetention', resources: ['object'], with: 'bypassGovernanceRetention' },
  ],
  input: deleteObjectInput(),
  output: resource<DeletedObject>(DeleteObjectOutput$, {
    deleteMarker: z.optional(z.boolean()),
    versionId: optionalString(),
  }),
  deletes: true,
}));

/** S3's error does not describe the lock. The permission to delete an object does not include the permission to read it. */
const describeLocks = async ({ bucket, key, versionId }: DeleteObjectInput, options: CallOptions): Promise<string> =>
  lockNotes(await headObject({ bucket, key, versionId }, options).catch(() => undefined)).join(' ');
