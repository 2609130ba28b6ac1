import { input, listOperation, type ListOperation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { ListBucketInventoryConfigurationsCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { inventoryConfiguration, type InventoryConfiguration } from './inventory-configuration.js';

export interface ListBucketInventoryConfigurationsInput extends BucketReference {}

/**
 * Lists the inventories of a bucket, at most 100 per request.
 *
 * @example
 * const all = await listBucketInventoryConfigurations({ bucket: 'reports' }).toArray();
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketInventoryConfigurations.html
 */
export const listBucketInventoryConfigurations: ListOperation<
  ListBucketInventoryConfigurationsInput,
  InventoryConfiguration,
  { on: 'bucket' }
> = listOperation(() => ({
  name: 'listBucketInventoryConfigurations',
  service: s3,
  command: ListBucketInventoryConfigurationsCommand,
  permissions: [{ action: 's3:GetInventoryConfiguration', resources: ['bucket'] }],
  input: input<ListBucketInventoryConfigurationsInput>(bucketReference()),
  item: inventoryConfiguration(),
  items: (response) => response.InventoryConfigurationList,
  pages: { token: 'ContinuationToken', next: 'NextContinuationToken', more: 'IsTruncated' },
}));
