import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketInventoryConfigurationCommand } from '@aws-sdk/client-s3';

import {
  configurationNotFound,
  type ConfigurationReference,
  configurationReference,
} from '../../configuration-reference.js';

export interface DeleteBucketInventoryConfigurationInput extends ConfigurationReference {}

/**
 * Deletes one inventory of a bucket. Existing reports stay.
 *
 * @example
 * await deleteBucketInventoryConfiguration({ bucket: 'reports', id: 'all' });
 * @throws {NotFoundError} there is no such bucket, or it has no such inventory.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketInventoryConfiguration.html
 */
export const deleteBucketInventoryConfiguration: Operation<
  DeleteBucketInventoryConfigurationInput,
  void,
  { on: 'bucket' }
> = operation(() => ({
  name: 'deleteBucketInventoryConfiguration',
  service: s3,
  command: DeleteBucketInventoryConfigurationCommand,
  permissions: [{ action: 's3:PutInventoryConfiguration', resources: ['bucket'] }],
  input: input<DeleteBucketInventoryConfigurationInput>(configurationReference()),
  output: noOutput(),
  deletes: true,
  errors: { NoSuchConfiguration: configurationNotFound('inventory') },
}));
