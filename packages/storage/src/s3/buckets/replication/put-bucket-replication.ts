import {
  arn,
  conflict,
  iamPropagation,
  input,
  noOutput,
  operation,
  type Operation,
  whenMessage,
  z,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketReplicationCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { replicationRuleSettings, toReplicationRule } from './replication-rule-settings.js';
import type { ReplicationRuleSettings } from './replication-rule.js';

export interface PutBucketReplicationInput extends BucketReference {
  /** The ARN of the IAM role that S3 assumes to replicate objects. Its trust policy must allow `s3.amazonaws.com` to assume it. */
  readonly role: string;
  /** All rules of the bucket, 1–1,000. Rules that the list does not contain are removed. */
  readonly rules: readonly ReplicationRuleSettings[];
}

/**
 * Replaces all replication rules of a bucket. Both buckets must have versioning. S3 replicates new objects; existing objects stay where they are
 * until an S3 Batch Replication job copies them. If S3 does not know the role yet, the call is repeated for 60 s.
 *
 * @example
 * await putBucketReplication({
 *   bucket: 'reports',
 *   role: 'arn:aws:iam::123456789012:role/replication',
 *   rules: [{ destinationBucketArn: 'arn:aws:s3:::reports-copy', storageClass: 'STANDARD_IA' }],
 * });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} versioning is not enabled for one of the buckets.
 * @throws {InvalidRequestError} a destination does not exist, or S3 cannot use the role.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html
 */
export const putBucketReplication: Operation<PutBucketReplicationInput, void, { on: 'bucket' | 'role' }> = operation(
  () => ({
    name: 'putBucketReplication',
    service: s3,
    command: PutBucketReplicationCommand,
    repeatable: true,
    propagates: iamPropagation,
    permissions: [
      { action: 's3:PutReplicationConfiguration', resources: ['bucket'] },
      {
        action: 'iam:PassRole',
        resources: ['arn:aws:iam::*:role/{role}'],
        condition: { StringEquals: { 'iam:PassedToService': 's3.amazonaws.com' } },
      },
    ],
    key: 'bucket',
    input: input<PutBucketReplicationInput>({
      ...bucketReference(),
      role: arn('iam'),
      rules: z.array(replicationRuleSettings()).check(
        z.minLength(1),
        z.maxLength(1_000),
        z.refine((rules) => hasDifferent(rules.map(({ id }) => id)), { error: 'a list of rules with different IDs' }),
        z.refine(
          (rules) => rules.every((each) => (each.priority === undefined) === (rules[0]?.priority === undefined)),
          {
            error: 'a list of rules of which all or none have a priority',
          },
        ),
        z.refine((rules) => hasDifferent(rules.map(({ priority }) => priority)), {
          error: 'a list of rules with different priorities',
        }),
      ),
    }),
    output: noOutput(),
    request: ({ bucket, role, rules }) => ({
      Bucket: bucket,
      ReplicationConfiguration: {
        Role: role,
        Rules: rules.map((rule, index) => toReplicationRule(rule, rules.length - index)),
      },
    }),
    errors: {
      InvalidRequest: whenMessage(
        /versioning/i,
        conflict({
          resource: 'bucket',
          member: 'bucket',
          remedy:
            "Replication requires versioning of both buckets: putBucketVersioning({ bucket, status: 'Enabled' }).",
        }),
      ),
    },
  }),
);

const hasDifferent = (values: readonly unknown[]): boolean => {
  const given = values.filter((value) => value !== undefined);
  return new Set(given).size === given.length;
};
