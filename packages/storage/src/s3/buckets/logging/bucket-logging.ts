import { type AwsResource, from, optionalString, resource, type Schema } from '@arch/core/builder';
import { GetBucketLoggingOutput$ } from '@aws-sdk/client-s3';

/** The server access logging of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_LoggingEnabled.html */
export interface BucketLogging extends AwsResource {
  /** The bucket that receives the logs. Absent if logging is off. */
  readonly targetBucket?: string | undefined;
  /** The prefix of the keys of the logs, e.g. `access/reports/`. */
  readonly targetPrefix?: string | undefined;
  /**
   * The time by which the keys of the logs are partitioned: `EventTime` or `DeliveryTime`. Absent if the keys are not partitioned, as in
   * `access/2026-11-01-10-15-00-0123456789ABCDEF`.
   */
  readonly partitionDateSource?: string | undefined;
}

/** Parses one S3 `GetBucketLoggingOutput` structure. */
export const bucketLogging = (): Schema<BucketLogging> =>
  resource<BucketLogging>(GetBucketLoggingOutput$, {
    targetBucket: from('LoggingEnabled.TargetBucket', optionalString()),
    targetPrefix: from('LoggingEnabled.TargetPrefix', optionalString()),
    partitionDateSource: from(
      'LoggingEnabled.TargetObjectKeyFormat.PartitionedPrefix.PartitionDateSource',
      optionalString(),
    ),
  });
