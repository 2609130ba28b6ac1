import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketInventoryConfigurationCommand } from '@aws-sdk/client-s3';

import {
  configurationNotFound,
  type ConfigurationReference,
  configurationReference,
} from '../../configuration-reference.js';
import { inventoryConfiguration, type InventoryConfiguration } from './inventory-configuration.js';

export interface GetBucketInventoryConfigurationInput extends ConfigurationReference {}

/**
 * Returns one inventory of a bucket.
 *
 * @example
 * const { frequency, destinationBucketArn } = await getBucketInventoryConfiguration({ bucket: 'reports', id: 'all' });
 * @throws {NotFoundError} there is no such bucket, or it has no such inventory.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketInventoryConfiguration.html
 */
export const getBucketInventoryConfiguration: Operation<
  GetBucketInventoryConfigurationInput,
  InventoryConfiguration,
  { on: 'bucket' }
> = operation(() => ({
  name: 'getBucketInventoryConfiguration',
  service: s3,
  command: GetBucketInventoryConfigurationCommand,
  permissions: [{ action: 's3:GetInventoryConfiguration', resources: ['bucket'] }],
  input: input<GetBucketInventoryConfigurationInput>(configurationReference()),
  output: inventoryConfiguration(),
  absent: 'not-found',
  select: (response) => response.InventoryConfiguration,
  errors: { NoSuchConfiguration: configurationNotFound('inventory') },
}));
