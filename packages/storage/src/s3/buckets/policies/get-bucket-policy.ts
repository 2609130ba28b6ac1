import {
  type AwsResource,
  from,
  input,
  type Open,
  openEnum,
  operation,
  type Operation,
  parseJson,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketPolicyCommand, GetBucketPolicyOutput$ } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { settingNotFound } from '../../setting-not-found.js';
import type { BucketPolicyStatement } from './bucket-policy-statement.js';

export interface GetBucketPolicyInput extends BucketReference {}

/** The policy of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html */
export interface BucketPolicy extends AwsResource {
  /** The version of the policy language: `2012-10-17`, or `2008-10-17` in old policies. */
  readonly version: Open<'2012-10-17' | '2008-10-17'>;
  /** The ID of the policy. */
  readonly id?: string | undefined;
  /** The statements. */
  readonly statements: readonly BucketPolicyStatement[];
}

const bucketPolicy = (): Schema<BucketPolicy> =>
  resource<BucketPolicy>(GetBucketPolicyOutput$, {
    version: member(openEnum(['2012-10-17', '2008-10-17']), ({ Version = '2008-10-17' }) => Version),
    id: member(z.optional(z.string()), ({ Id }) => Id),
    statements: member(z.array(statement()), ({ Statement }) => [Statement ?? []].flat()),
  });

interface Document {
  readonly Version?: unknown;
  readonly Id?: unknown;
  readonly Statement?: unknown;
}

const member = <Value>(type: z.ZodMiniType<Value>, read: (document: Document) => unknown) =>
  from('Policy', { type, read: (policy: unknown) => withDocument(policy, read) });

const withDocument = (policy: unknown, read: (document: Document) => unknown): unknown => {
  try {
    return read(parseJson(String(policy)) as Document);
  } catch {
    return undefined;
  }
};

const statement = (): z.ZodMiniType<BucketPolicyStatement> =>
  z.custom<BucketPolicyStatement>(
    (value) => ['Allow', 'Deny'].includes(String((value as { Effect?: unknown } | null)?.Effect)),
    'a statement that allows or denies',
  );

/**
 * Returns the policy of a bucket.
 *
 * @example
 * const { statements } = await getBucketPolicy('reports');
 * @throws {NotFoundError} there is no such bucket, or it has no policy.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html
 */
export const getBucketPolicy: Operation<string | GetBucketPolicyInput, BucketPolicy, { on: 'bucket' }> = operation(
  () => ({
    name: 'getBucketPolicy',
    service: s3,
    command: GetBucketPolicyCommand,
    permissions: [{ action: 's3:GetBucketPolicy', resources: ['bucket'] }],
    key: 'bucket',
    input: input<GetBucketPolicyInput>(bucketReference()),
    output: bucketPolicy(),
    errors: { NoSuchBucketPolicy: settingNotFound('bucket policy', 'putBucketPolicy') },
  }),
);
