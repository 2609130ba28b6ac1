import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { DeleteBucketIntelligentTieringConfigurationCommand } from '@aws-sdk/client-s3';

import {
  configurationNotFound,
  type ConfigurationReference,
  configurationReference,
} from '../../configuration-reference.js';

export interface DeleteBucketIntelligentTieringConfigurationInput extends ConfigurationReference {}

/**
 * Deletes one S3 Intelligent-Tiering configuration of a bucket: S3 no longer moves objects to archive access tiers. Objects that are there stay.
 *
 * @example
 * await deleteBucketIntelligentTieringConfiguration({ bucket: 'reports', id: 'archive' });
 * @throws {NotFoundError} there is no such bucket, or it has no such configuration.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketIntelligentTieringConfiguration.html
 */
export const deleteBucketIntelligentTieringConfiguration: Operation<
  DeleteBucketIntelligentTieringConfigurationInput,
  void,
  { on: 'bucket' }
> = operation(() => ({
  name: 'deleteBucketIntelligentTieringConfiguration',
  service: s3,
  command: DeleteBucketIntelligentTieringConfigurationCommand,
  permissions: [{ action: 's3:PutIntelligentTieringConfiguration', resources: ['bucket'] }],
  input: input<DeleteBucketIntelligentTieringConfigurationInput>(configurationReference()),
  output: noOutput(),
  deletes: true,
  errors: { NoSuchConfiguration: configurationNotFound('intelligent-tiering configuration') },
}));
