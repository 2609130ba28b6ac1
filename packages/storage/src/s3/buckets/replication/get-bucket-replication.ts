import { type AwsResource, input, list, operation, type Operation, resource, type Schema, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import {
  GetBucketReplicationCommand,
  ReplicationConfiguration$,
  type ReplicationRule as AwsReplicationRule,
} from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { settingNotFound } from '../../setting-not-found.js';
import { replicationRule, type ReplicationRule } from './replication-rule.js';

export interface GetBucketReplicationInput extends BucketReference {}

/** The replication of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationConfiguration.html */
export interface BucketReplication extends AwsResource {
  /** The ARN of the IAM role that S3 assumes to replicate objects. */
  readonly role: string;
  /** The rules, at most 1,000. */
  readonly rules: readonly ReplicationRule[];
}

const bucketReplication = (): Schema<BucketReplication> =>
  resource<BucketReplication>(ReplicationConfiguration$, { role: z.string(), rules: list(replicationRule()) });

/** Old rules have a prefix outside of the filter. */
const withFilter = ({ Prefix, ...rule }: AwsReplicationRule): AwsReplicationRule => ({
  ...rule,
  Filter: rule.Filter ?? { Prefix: Prefix ?? '' },
});

/**
 * Returns the replication rules of a bucket.
 *
 * @example
 * const { rules } = await getBucketReplication('reports');
 * @throws {NotFoundError} there is no such bucket, or it has no replication rules.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketReplication.html
 */
export const getBucketReplication: Operation<string | GetBucketReplicationInput, BucketReplication, { on: 'bucket' }> =
  operation(() => ({
    name: 'getBucketReplication',
    service: s3,
    command: GetBucketReplicationCommand,
    permissions: [{ action: 's3:GetReplicationConfiguration', resources: ['bucket'] }],
    key: 'bucket',
    input: input<GetBucketReplicationInput>(bucketReference()),
    output: bucketReplication(),
    absent: 'not-found',
    select: ({ ReplicationConfiguration: found }) => found && { ...found, Rules: found.Rules?.map(withFilter) },
    errors: {
      ReplicationConfigurationNotFoundError: settingNotFound('replication configuration', 'putBucketReplication'),
    },
  }));
