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

import { headObject } from './head-object.js';

export interface DeleteObjectInput extends AwsInput {
  readonly bucket: string;
  readonly key: string;
  /** Deletes this version for good. Default: in a bucket with versions, the object is hidden behind a delete marker. */
  readonly versionId?: string | undefined;
  /** Deletes in spite of a retention in `GOVERNANCE` mode. Default `false`. */
  readonly bypassGovernanceRetention?: boolean | undefined;
}

/** What S3 has done. */
export interface DeletedObject extends AwsResource {
  /** Whether a delete marker was made, or deleted. */
  readonly deleteMarker?: boolean | undefined;
  /** Of the version, or of the marker that was made. */
  readonly versionId?: string | undefined;
}

const deleteObjectInput = (): z.ZodMiniType<DeleteObjectInput> =>
  input<DeleteObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    versionId: z.optional(text(1, 1_024)),
    bypassGovernanceRetention: z.optional(z.boolean()),
  });

/**
 * Deletes an object; one that is not there is no error. A version that Object Lock keeps stays: the error says until when, where the
 * credentials in use may do `s3:GetObject` too.
 *
 * @example
 * await deleteObject({ bucket: 'reports', key: '2026/11.csv' });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} Object Lock keeps the version: until its date, or until its legal hold is lifted.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export const deleteObject: Operation<
  DeleteObjectInput,
  DeletedObject,
  { on: 'bucket' | 'key' | 'prefix'; with: 'bypassGovernanceRetention' | 'versionId' }
> = task(() => ({
  name: 'deleteObject',
  input: deleteObjectInput(),
  uses: [requestDeletion],
  timeoutMs: 60_000,
  run: async (members, options) => {
    try {
      return await requestDeletion(members, options);
    } catch (error) {
      const kept = error instanceof ConflictError && error.code === 'AccessDenied';
      throw kept ? addNote(error, await whyKept(members, options)) : error;
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
    { action: 's3:BypassGovernanceRetention', resources: ['object'], with: 'bypassGovernanceRetention' },
  ],
  input: deleteObjectInput(),
  output: resource<DeletedObject>(DeleteObjectOutput$, {
    deleteMarker: z.optional(z.boolean()),
    versionId: optionalString(),
  }),
  deletes: true,
}));

/** What S3 does not say itself. Whoever may delete need not be allowed to look. */
const whyKept = async ({ bucket, key, versionId }: DeleteObjectInput, options: CallOptions): Promise<string> => {
  const head = await headObject({ bucket, key, versionId }, options).catch(() => undefined);
  const { objectLockMode: mode, objectLockRetainUntilDate: until, objectLockLegalHoldStatus: hold } = head ?? {};
  const held = hold === 'ON' ? ['A legal hold is on it, which putObjectLegalHold() lifts.'] : [];
  if (!until) return held.join('');
  const who = mode === 'GOVERNANCE' ? 'unless bypassGovernanceRetention is given' : 'and nobody can delete it before';
  return [`It is kept until ${until.toISOString()}, ${who}.`, ...held].join(' ');
};
