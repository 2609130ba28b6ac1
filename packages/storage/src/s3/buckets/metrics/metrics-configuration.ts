import { type AwsResource, resource, type Schema, type Tags, z } from '@arch/core/builder';
import { MetricsConfiguration$ } from '@aws-sdk/client-s3';

import { filterMember, filterPrefix, filterTags } from '../../object-filter.js';

/** A metrics configuration of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_MetricsConfiguration.html */
export interface MetricsConfiguration extends AwsResource {
  /** The ID of the configuration, also the value of the dimension `FilterId` in CloudWatch. */
  readonly id: string;
  /** Prefix of the object key. Absent for all objects. */
  readonly prefix?: string | undefined;
  /** Tags, all of which an object must have. */
  readonly tags: Tags;
  /** The ARN of the access point to whose requests the metrics are limited. */
  readonly accessPointArn?: string | undefined;
}

/** Parses one S3 `MetricsConfiguration` structure. */
export const metricsConfiguration = (): Schema<MetricsConfiguration> =>
  resource<MetricsConfiguration>(MetricsConfiguration$, {
    id: z.string(),
    prefix: filterPrefix(),
    tags: filterTags(),
    accessPointArn: filterMember('AccessPointArn', z.string()),
  });
