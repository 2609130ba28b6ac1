import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketIntelligentTieringConfigurationCommand } from '@aws-sdk/client-s3';

import {
  configurationNotFound,
  type ConfigurationReference,
  configurationReference,
} from '../../configuration-reference.js';
import {
  intelligentTieringConfiguration,
  type IntelligentTieringConfiguration,
} from './intelligent-tiering-configuration.js';

export interface GetBucketIntelligentTieringConfigurationInput extends ConfigurationReference {}

/**
 * Returns one S3 Intelligent-Tiering configuration of a bucket.
 *
 * @example
 * const { tierings } = await getBucketIntelligentTieringConfiguration({ bucket: 'reports', id: 'archive' });
 * @throws {NotFoundError} there is no such bucket, or it has no such configuration.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketIntelligentTieringConfiguration.html
 */
export const getBucketIntelligentTieringConfiguration: Operation<
  GetBucketIntelligentTieringConfigurationInput,
  IntelligentTieringConfiguration,
  { on: 'bucket' }
> = operation(() => ({
  name: 'getBucketIntelligentTieringConfiguration',
  service: s3,
  command: GetBucketIntelligentTieringConfigurationCommand,
  permissions: [{ action: 's3:GetIntelligentTieringConfiguration', resources: ['bucket'] }],
  input: input<GetBucketIntelligentTieringConfigurationInput>(configurationReference()),
  output: intelligentTieringConfiguration(),
  absent: 'not-found',
  select: (response) => response.IntelligentTieringConfiguration,
  errors: { NoSuchConfiguration: configurationNotFound('intelligent-tiering configuration') },
}));
