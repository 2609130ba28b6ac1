import { input, invalidRequest, noOutput, openEnum, operation, type Operation, text, z } from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { PutBucketLoggingCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

export interface PutBucketLoggingInput extends BucketReference {
  /**
   * The bucket that receives the logs, in the same region and account, without Object Lock retention. Default: none; logging is turned off.
   */
  readonly targetBucket?: string | undefined;
  /** The prefix of the keys of the logs, at most 1,024 characters, e.g. `access/reports/`. Requires `targetBucket`. Default: none. */
  readonly targetPrefix?: string | undefined;
  /**
   * The time by which the keys of the logs are partitioned, so that queries read only some days: `EventTime` or `DeliveryTime`. Requires
   * `targetBucket`. Default: the keys are not partitioned.
   */
  readonly partitionDateSource?: string | undefined;
}

/**
 * Turns server access logging of a bucket on, or off without `targetBucket`. The policy of the target bucket must allow
 * `logging.s3.amazonaws.com` to use `s3:PutObject`. S3 delivers most logs within a few hours and may lose some. If the target is the same
 * bucket, the delivery of each log is logged too.
 *
 * @example
 * await putBucketLogging({ bucket: 'reports', targetBucket: 'access-logs', targetPrefix: 'reports/', partitionDateSource: 'EventTime' });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {InvalidRequestError} the target bucket does not exist, or it is in another region or account.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html
 */
export const putBucketLogging: Operation<PutBucketLoggingInput, void, { on: 'bucket' }> = operation(() => ({
  name: 'putBucketLogging',
  service: s3,
  command: PutBucketLoggingCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketLogging', resources: ['bucket'] }],
  key: 'bucket',
  input: input<PutBucketLoggingInput>({
    ...bucketReference(),
    targetBucket: z.optional(bucketName()),
    targetPrefix: z.optional(text(0, 1_024)),
    partitionDateSource: z.optional(openEnum(['EventTime', 'DeliveryTime'])),
  }).check(
    z.refine((each) => each.targetBucket !== undefined || !(each.targetPrefix ?? each.partitionDateSource), {
      error: 'targetBucket with targetPrefix and partitionDateSource',
    }),
  ),
  output: noOutput(),
  request: ({ bucket, targetBucket, targetPrefix = '', partitionDateSource }) => ({
    Bucket: bucket,
    BucketLoggingStatus: {
      ...(targetBucket !== undefined && {
        LoggingEnabled: {
          TargetBucket: targetBucket,
          TargetPrefix: targetPrefix,
          ...(partitionDateSource !== undefined && {
            TargetObjectKeyFormat: { PartitionedPrefix: { PartitionDateSource: partitionDateSource as never } },
          }),
        },
      }),
    },
  }),
  errors: {
    InvalidTargetBucketForLogging: invalidRequest({
      remedy: 'The target bucket must exist, in the same region and account.',
    }),
  },
}));
