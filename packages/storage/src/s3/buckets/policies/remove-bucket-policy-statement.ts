import { NotFoundError } from '@arch/core';
import { checkAwsMembers, input, type Operation, task, text } from '@arch/core/builder';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import type { BucketPolicyStatement } from './bucket-policy-statement.js';
import { deleteBucketPolicy } from './delete-bucket-policy.js';
import { getBucketPolicy } from './get-bucket-policy.js';
import { putBucketPolicy } from './put-bucket-policy.js';

export interface RemoveBucketPolicyStatementInput extends BucketReference {
  /** The `Sid` of the statement. */
  readonly sid: string;
}

/**
 * Removes one statement from the policy of a bucket. The other statements stay; a policy without statements is deleted. S3 has no such request:
 * the function reads the policy and writes it back, so a statement that another call changes at the same time may be lost.
 *
 * @example
 * await removeBucketPolicyStatement({ bucket: 'reports', sid: 'PartnerAccess' });
 * @throws {NotFoundError} there is no such bucket, or its policy has no such statement.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export const removeBucketPolicyStatement: Operation<RemoveBucketPolicyStatementInput, void, { on: 'bucket' }> = task(
  () => ({
    name: 'removeBucketPolicyStatement',
    input: input<RemoveBucketPolicyStatementInput>({ ...bucketReference(), sid: text(1, 20_480) }),
    uses: [getBucketPolicy, putBucketPolicy, deleteBucketPolicy],
    timeoutMs: 60_000,
    run: async ({ bucket, sid, aws }, options) => {
      checkAwsMembers('removeBucketPolicyStatement', PutBucketPolicyCommand, aws);
      const { version, id, statements } = await getBucketPolicy(bucket, options);
      const others = statements.filter(({ Sid }) => Sid !== sid);
      if (others.length === statements.length) throw statementNotFound(bucket, sid, statements);
      if (others.length === 0) await deleteBucketPolicy(bucket, options);
      else await putBucketPolicy({ bucket, version, id, statements: others, aws }, options);
    },
  }),
);

const statementNotFound = (
  bucket: string,
  sid: string,
  statements: readonly BucketPolicyStatement[],
): NotFoundError => {
  const sids = statements.flatMap(({ Sid }) => (Sid ? [Sid] : [])).slice(0, 10);
  const known = sids.length === 0 ? 'no statement has a Sid' : `the statements are ${sids.join(', ')}`;
  return new NotFoundError(
    `removeBucketPolicyStatement: statement ${sid} in the policy of bucket ${bucket} does not exist: ${known}.`,
    { operation: 'removeBucketPolicyStatement', resource: 'statement', id: sid },
  );
};
