import { arn, input, noOutput, openEnum, operation, type Operation, text, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketInventoryConfigurationCommand } from '@aws-sdk/client-s3';

import { type ConfigurationReference, configurationReference } from '../../configuration-reference.js';
import {
  inventoryFrequencies,
  type InventoryFormat,
  inventoryFormats,
  type InventoryFrequency,
  type InventoryVersions,
  inventoryVersions,
} from './inventory-configuration.js';

export interface PutBucketInventoryConfigurationInput extends ConfigurationReference {
  /** The ARN of the bucket that receives the reports, in the same region, e.g. `arn:aws:s3:::inventories`. */
  readonly destinationBucketArn: string;
  /** The prefix of the keys of the reports, at most 1,024 characters. Default: none. */
  readonly destinationPrefix?: string | undefined;
  /** The format of the reports. Default: `CSV`. */
  readonly format?: InventoryFormat | undefined;
  /** The frequency of the reports. Default: `Daily`. */
  readonly frequency?: InventoryFrequency | undefined;
  /** The versions in the reports. Default: `Current`. */
  readonly includedObjectVersions?: InventoryVersions | undefined;
  /** Prefix of the object keys in the reports, at most 1,024 characters. Default: all objects. */
  readonly prefix?: string | undefined;
  /** The columns in addition to bucket, key and, with `All`, the version, e.g. `Size` and `StorageClass`. Default: none. */
  readonly optionalFields?: readonly string[] | undefined;
  /** The ARN of the KMS key of the reports. Default: the default encryption of the bucket that receives them. */
  readonly kmsKeyId?: string | undefined;
  /** `false`: S3 keeps the inventory and makes no reports. Default: `true`. */
  readonly isEnabled?: boolean | undefined;
}

/**
 * Creates or replaces one inventory of a bucket, at most 1,000: a regular list of its objects. The policy of the bucket that receives the
 * reports must allow `s3.amazonaws.com` to use `s3:PutObject`. The first report can take 48 hours.
 *
 * @example
 * await putBucketInventoryConfiguration({
 *   bucket: 'reports',
 *   id: 'all',
 *   destinationBucketArn: 'arn:aws:s3:::inventories',
 *   optionalFields: ['Size', 'StorageClass'],
 * });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketInventoryConfiguration.html
 */
export const putBucketInventoryConfiguration: Operation<PutBucketInventoryConfigurationInput, void, { on: 'bucket' }> =
  operation(() => ({
    name: 'putBucketInventoryConfiguration',
    service: s3,
    command: PutBucketInventoryConfigurationCommand,
    repeatable: true,
    permissions: [{ action: 's3:PutInventoryConfiguration', resources: ['bucket'] }],
    input: input<PutBucketInventoryConfigurationInput>({
      ...configurationReference(),
      destinationBucketArn: arn('s3'),
      destinationPrefix: z.optional(text(0, 1_024)),
      format: z.optional(openEnum(inventoryFormats)),
      frequency: z.optional(openEnum(inventoryFrequencies)),
      includedObjectVersions: z.optional(openEnum(inventoryVersions)),
      prefix: z.optional(text(0, 1_024)),
      optionalFields: z.optional(z.array(text(1, 64))),
      kmsKeyId: z.optional(arn('kms')),
      isEnabled: z.optional(z.boolean()),
    }),
    output: noOutput(),
    request: (members) => ({
      Bucket: members.bucket,
      Id: members.id,
      InventoryConfiguration: {
        Id: members.id,
        IsEnabled: members.isEnabled ?? true,
        Schedule: { Frequency: (members.frequency ?? 'Daily') as never },
        IncludedObjectVersions: (members.includedObjectVersions ?? 'Current') as never,
        ...(members.prefix && { Filter: { Prefix: members.prefix } }),
        ...(members.optionalFields?.length && { OptionalFields: [...members.optionalFields] as never }),
        Destination: {
          S3BucketDestination: {
            Bucket: members.destinationBucketArn,
            Prefix: members.destinationPrefix || undefined,
            Format: (members.format ?? 'CSV') as never,
            ...(members.kmsKeyId !== undefined && { Encryption: { SSEKMS: { KeyId: members.kmsKeyId } } }),
          },
        },
      },
    }),
  }));
