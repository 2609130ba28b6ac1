import {
  denied,
  input,
  invalidRequest,
  jsonText,
  noOutput,
  type Open,
  operation,
  type Operation,
  whenMessage,
  withoutStatement,
  z,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { bucketPolicyStatement, type BucketPolicyStatement } from './bucket-policy-statement.js';

export interface PutBucketPolicyInput extends BucketReference {
  /** All statements of the policy, at least one, together at most 20 KB of JSON. */
  readonly statements: readonly BucketPolicyStatement[];
  /** The version of the policy language. `2008-10-17` has no policy variables. Default: `2012-10-17`. */
  readonly version?: Open<'2012-10-17' | '2008-10-17'> | undefined;
  /** An ID of the policy. Default: none. */
  readonly id?: string | undefined;
  /** `true` confirms that the policy may deny you further changes of the policy. Default: `false`; S3 then rejects such a policy. */
  readonly confirmRemoveSelfBucketAccess?: boolean | undefined;
}

/**
 * Replaces the policy of a bucket: statements that the input does not contain are removed. To keep them, pass the statements of
 * `getBucketPolicy` with the new ones.
 *
 * @example
 * await putBucketPolicy({ bucket: 'reports', statements: [denyInsecureTransport({ bucket: 'reports' })] });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {InvalidRequestError} a principal does not exist, or an action does not apply to its resource.
 * @throws {AccessDeniedError} the policy is public and Block Public Access rejects it, or the credentials lack the permission.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export const putBucketPolicy: Operation<PutBucketPolicyInput, void, { on: 'bucket' }> = operation(() => ({
  name: 'putBucketPolicy',
  service: s3,
  command: PutBucketPolicyCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketPolicy', resources: ['bucket'] }],
  key: 'bucket',
  input: input<PutBucketPolicyInput>({
    ...bucketReference(),
    statements: z.array(bucketPolicyStatement()).check(
      z.minLength(1),
      z.refine((all) => new Set(sidsOf(all)).size === sidsOf(all).length, {
        error: 'a list of statements with different Sids',
      }),
    ),
    version: z.optional(z.enum(['2012-10-17', '2008-10-17'])),
    id: z.optional(z.string()),
    confirmRemoveSelfBucketAccess: z.optional(z.boolean()),
  }).check(
    z.refine((members) => Buffer.byteLength(toPolicy(members)) <= 20_480, { error: 'a policy of at most 20 KB' }),
  ),
  output: noOutput(),
  request: (members) => ({ Bucket: members.bucket, Policy: toPolicy(members) }),
  errors: {
    MalformedPolicy: invalidRequest({
      remedy: 'Each principal must exist, each resource belong to the bucket, and each action apply to its resource.',
    }),
    AccessDenied: whenMessage(
      /BlockPublicPolicy|public polic/i,
      withoutStatement(
        denied({
          remedy: 'The policy is public: Block Public Access rejects it (putPublicAccessBlock can change that).',
        }),
      ),
    ),
  },
}));

const toPolicy = ({ version = '2012-10-17', id, statements }: PutBucketPolicyInput): string =>
  jsonText(
    { Version: version, ...(id !== undefined && { Id: id }), Statement: statements },
    { operation: 'putBucketPolicy', place: 'statements' },
  );

/** S3 accepts several statements with an empty `Sid`. */
const sidsOf = (statements: readonly BucketPolicyStatement[]): readonly string[] =>
  statements.flatMap(({ Sid }) => (Sid ? [Sid] : []));
