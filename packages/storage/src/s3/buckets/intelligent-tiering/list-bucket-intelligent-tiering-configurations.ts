import { input, listOperation, type ListOperation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { ListBucketIntelligentTieringConfigurationsCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import {
  intelligentTieringConfiguration,
  type IntelligentTieringConfiguration,
} from './intelligent-tiering-configuration.js';

export interface ListBucketIntelligentTieringConfigurationsInput extends BucketReference {}

/**
 * Lists the S3 Intelligent-Tiering configurations of a bucket, at most 100 per request.
 *
 * @example
 * const all = await listBucketIntelligentTieringConfigurations({ bucket: 'reports' }).toArray();
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketIntelligentTieringConfigurations.html
 */
export const listBucketIntelligentTieringConfigurations: ListOperation<
  ListBucketIntelligentTieringConfigurationsInput,
  IntelligentTieringConfiguration,
  { on: 'bucket' }
> = listOperation(() => ({
  name: 'listBucketIntelligentTieringConfigurations',
  service: s3,
  command: ListBucketIntelligentTieringConfigurationsCommand,
  permissions: [{ action: 's3:GetIntelligentTieringConfiguration', resources: ['bucket'] }],
  input: input<ListBucketIntelligentTieringConfigurationsInput>(bucketReference()),
  item: intelligentTieringConfiguration(),
  items: (response) => response.IntelligentTieringConfigurationList,
  pages: { token: 'ContinuationToken', next: 'NextContinuationToken', more: 'IsTruncated' },
}));
