import {
  type AwsResource,
  from,
  list,
  type Open,
  openEnum,
  optionalString,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { InventoryConfiguration$ } from '@aws-sdk/client-s3';

/** The formats of inventory reports. */
export const inventoryFormats = ['CSV', 'ORC', 'Parquet'] as const;
export type InventoryFormat = Open<(typeof inventoryFormats)[number]>;

/** The frequencies of inventory reports. */
export const inventoryFrequencies = ['Daily', 'Weekly'] as const;
export type InventoryFrequency = Open<(typeof inventoryFrequencies)[number]>;

/** The versions in inventory reports. */
export const inventoryVersions = ['All', 'Current'] as const;
export type InventoryVersions = Open<(typeof inventoryVersions)[number]>;

/** An inventory of a bucket: a regular list of its objects. https://docs.aws.amazon.com/AmazonS3/latest/API/API_InventoryConfiguration.html */
export interface InventoryConfiguration extends AwsResource {
  /** The ID of the inventory. */
  readonly id: string;
  /** Whether S3 makes reports. */
  readonly isEnabled: boolean;
  /** The frequency of the reports: `Daily` or `Weekly`. */
  readonly frequency: InventoryFrequency;
  /** The versions in the reports: `All` or `Current`. */
  readonly includedObjectVersions: InventoryVersions;
  /** Prefix of the object keys in the reports. Absent for all objects. */
  readonly prefix?: string | undefined;
  /** The columns in addition to bucket, key and, with `All`, the version, e.g. `Size` and `StorageClass`. */
  readonly optionalFields: readonly string[];
  /** The ARN of the bucket that receives the reports. */
  readonly destinationBucketArn: string;
  /** The prefix of the keys of the reports. */
  readonly destinationPrefix?: string | undefined;
  /** The format of the reports: `CSV`, `ORC` or `Parquet`. */
  readonly format: InventoryFormat;
  /** The KMS key of the reports. Absent if S3 encrypts them with the default encryption of the bucket or with `AES256`. */
  readonly kmsKeyId?: string | undefined;
}

/** Parses one S3 `InventoryConfiguration` structure. */
export const inventoryConfiguration = (): Schema<InventoryConfiguration> =>
  resource<InventoryConfiguration>(InventoryConfiguration$, {
    id: z.string(),
    isEnabled: z.boolean(),
    frequency: from('Schedule.Frequency', openEnum(inventoryFrequencies)),
    includedObjectVersions: openEnum(inventoryVersions),
    prefix: from('Filter.Prefix', optionalString()),
    optionalFields: list(z.string()),
    destinationBucketArn: from('Destination.S3BucketDestination.Bucket', z.string()),
    destinationPrefix: from('Destination.S3BucketDestination.Prefix', optionalString()),
    format: from('Destination.S3BucketDestination.Format', openEnum(inventoryFormats)),
    kmsKeyId: from('Destination.S3BucketDestination.Encryption.SSEKMS.KeyId', optionalString()),
  });
