import { checkAwsMembers, type Operation, task } from '@arch/core/builder';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { listObjects } from '../index.js';
import { moveObject } from '../moves/index.js';
import { copyEach } from './copy-each.js';
import { type CopyPrefixInput, copyPrefixInput } from './copy-prefix.js';
import type { PrefixResult } from './prefix-result.js';

export interface MovePrefixInput extends Omit<CopyPrefixInput, 'storageClass'> {
  /** The new storage class. Default: the storage class of each object. */
  readonly storageClass?: CopyPrefixInput['storageClass'];
}

/**
 * Moves all objects with a prefix, each as `moveObject` does: an object is deleted only after its copy is verified. Objects that exist at the
 * destination are replaced, unless `ifNoneMatch` is given. An object that fails stays in the source and is in `failed`, and the others are moved; a second call moves the
 * rest. In a bucket with versioning, the objects of the source get delete markers. The default deadline is 24 hours.
 *
 * @example
 * const source = { bucket: 'reports', prefix: 'new/' };
 * const { objectCount, failed } = await movePrefix({ bucket: 'reports', prefix: 'done/', source });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {AccessDeniedError} the credentials lack `s3:ListBucket`.
 * @throws {ConnectionError} S3 was not reached before the first object was moved.
 * @throws {InvalidInputError} the prefix of the source is empty without `everything`, or contains the destination.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/copy-object.html
 */
export const movePrefix: Operation<
  MovePrefixInput,
  PrefixResult,
  {
    on: 'bucket' | 'key' | 'prefix';
    with:
      | 'bypassGovernanceRetention'
      | 'ifMatch'
      | 'objectLockLegalHoldStatus'
      | 'objectLockMode'
      | 'tags'
      | 'versionId';
  }
> = task(() => ({
  name: 'movePrefix',
  input: copyPrefixInput(),
  uses: [listObjects, moveObject],
  timeoutMs: 86_400_000,
  run: async ({ storageClass, ifNoneMatch, aws, ...members }, options, steps) => {
    checkAwsMembers('movePrefix', CreateMultipartUploadCommand, aws);
    const { bucket, source } = members;
    return copyEach(members, { options, steps, verb: 'moved' }, ({ key }, newKey, own) =>
      moveObject({ bucket, key: newKey, source: { bucket: source.bucket, key }, storageClass, ifNoneMatch, aws }, own),
    );
  },
}));
