import { NotFoundError } from '@arch/core';
import { type CallOptions, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { bucketPolicyStatement, type BucketPolicyStatement } from './bucket-policy-statement.js';
import { type BucketPolicy, getBucketPolicy } from './get-bucket-policy.js';
import { putBucketPolicy } from './put-bucket-policy.js';

export interface AddBucketPolicyStatementInput extends BucketReference {
  /** The statement, with a `Sid`. It replaces the statement with the same `Sid`. */
  readonly statement: BucketPolicyStatement;
}

/**
 * Adds a statement to the policy of a bucket, or replaces the statement with the same `Sid`. The other statements stay. S3 has no such request:
 * the function reads the policy and writes it back, so a statement that another call changes at the same time may be lost.
 *
 * @example
 * await addBucketPolicyStatement({ bucket: 'reports', statement: denyInsecureTransport('reports') });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {InvalidRequestError} a principal does not exist, or an action does not apply to its resource.
 * @throws {AccessDeniedError} the policy is public and Block Public Access rejects it, or the credentials lack the permission.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export const addBucketPolicyStatement: Operation<AddBucketPolicyStatementInput, void, { on: 'bucket' }> = task(() => ({
  name: 'addBucketPolicyStatement',
  input: input<AddBucketPolicyStatementInput>({
    ...bucketReference(),
    statement: bucketPolicyStatement().check(z.refine(({ Sid }) => Boolean(Sid), { error: 'a statement with a Sid' })),
  }),
  uses: [getBucketPolicy, putBucketPolicy],
  timeoutMs: 60_000,
  run: async ({ bucket, statement, aws }, options) => {
    checkAwsMembers('addBucketPolicyStatement', PutBucketPolicyCommand, aws);
    const { version, id, statements } = await currentPolicy(bucket, options);
    const others = statements.filter(({ Sid }) => Sid !== statement.Sid);
    await putBucketPolicy({ bucket, version, id, statements: [...others, statement], aws }, options);
  },
}));

/** The policy of a bucket, or one without statements. */
const currentPolicy = async (bucket: string, options: CallOptions): Promise<Omit<BucketPolicy, 'aws'>> => {
  try {
    return await getBucketPolicy(bucket, options);
  } catch (error) {
    if (error instanceof NotFoundError && error.code === 'NoSuchBucketPolicy')
      return { version: '2012-10-17', statements: [] };
    throw error;
  }
};
