import { arn, input, noOutput, operation, type Operation, type Tags, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketMetricsConfigurationCommand } from '@aws-sdk/client-s3';

import { type ConfigurationReference, configurationReference } from '../../configuration-reference.js';
import { objectFilter, prefixCriterion, toObjectFilter } from '../../object-filter.js';

export interface PutBucketMetricsConfigurationInput extends ConfigurationReference {
  /** Prefix of the object key, at most 1,024 characters, e.g. `invoices/`. Default: all objects. */
  readonly prefix?: string | undefined;
  /** Tags, all of which an object must have, at most 10. Default: any. */
  readonly tags?: Tags | undefined;
  /** The ARN of an access point: only requests through it count. Default: all requests. */
  readonly accessPointArn?: string | undefined;
}

/**
 * Creates or replaces one configuration of CloudWatch request metrics, at most 1,000 per bucket: numbers of requests and errors, bytes and
 * latencies per minute, at the price of user-defined metrics. The first values appear after about 15 minutes.
 *
 * @example
 * await putBucketMetricsConfiguration({ bucket: 'reports', id: 'invoices', prefix: 'invoices/' });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketMetricsConfiguration.html
 */
export const putBucketMetricsConfiguration: Operation<PutBucketMetricsConfigurationInput, void, { on: 'bucket' }> =
  operation(() => ({
    name: 'putBucketMetricsConfiguration',
    service: s3,
    command: PutBucketMetricsConfigurationCommand,
    repeatable: true,
    permissions: [{ action: 's3:PutMetricsConfiguration', resources: ['bucket'] }],
    input: input<PutBucketMetricsConfigurationInput>({
      ...configurationReference(),
      ...objectFilter(),
      accessPointArn: z.optional(arn('s3')),
    }),
    output: noOutput(),
    request: ({ bucket, id, prefix, tags, accessPointArn }) => ({
      Bucket: bucket,
      Id: id,
      MetricsConfiguration: {
        Id: id,
        Filter: toObjectFilter(
          { ...prefixCriterion(prefix), ...(accessPointArn !== undefined && { AccessPointArn: accessPointArn }) },
          tags,
        ) as never,
      },
    }),
  }));
