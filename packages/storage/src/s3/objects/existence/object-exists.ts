import { input, type Operation, task } from '@arch/core/builder';

import { type ObjectReference, objectReference } from '../../object-reference.js';
import { existenceRequests, headIfExists } from './head-if-exists.js';

export type ObjectExistsInput = Omit<ObjectReference, 'ifMatch'>;

/**
 * Returns whether an object, or its version, exists. A delete marker is no object. The function returns `false` only if S3 says so: without
 * the permission `s3:ListBucket`, S3 denies the request for an object that does not exist, and the function throws. If the object does not
 * exist, a second request checks that its bucket does.
 *
 * @example
 * if (!(await objectExists({ bucket: 'reports', key: '2026/11.csv' }))) console.log('not yet written');
 * @throws {NotFoundError} there is no such bucket.
 * @throws {AccessDeniedError} the credentials lack `s3:GetObject`, or `s3:ListBucket` for an object that does not exist.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const objectExists: Operation<
  ObjectExistsInput,
  boolean,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = task(() => {
  const { ifMatch: _condition, ...fields } = objectReference();
  return {
    name: 'objectExists',
    input: input<ObjectExistsInput>(fields),
    uses: existenceRequests(),
    timeoutMs: 60_000,
    run: async (members, options) => (await headIfExists(members, options)) !== undefined,
  };
});
