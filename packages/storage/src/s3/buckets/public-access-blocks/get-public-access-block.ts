import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetPublicAccessBlockCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { settingNotFound } from '../../setting-not-found.js';
import { publicAccessBlock, type PublicAccessBlock } from './public-access-block.js';

export interface GetPublicAccessBlockInput extends BucketReference {}

/**
 * Returns the Block Public Access settings of a bucket. The settings of the account and of the organization apply in addition.
 *
 * @example
 * const { blockPublicPolicy } = await getPublicAccessBlock('reports');
 * @throws {NotFoundError} there is no such bucket, or it has no such settings.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html
 */
export const getPublicAccessBlock: Operation<string | GetPublicAccessBlockInput, PublicAccessBlock, { on: 'bucket' }> =
  operation(() => ({
    name: 'getPublicAccessBlock',
    service: s3,
    command: GetPublicAccessBlockCommand,
    permissions: [{ action: 's3:GetBucketPublicAccessBlock', resources: ['bucket'] }],
    key: 'bucket',
    input: input<GetPublicAccessBlockInput>(bucketReference()),
    output: publicAccessBlock(),
    absent: 'unexpected',
    select: ({ PublicAccessBlockConfiguration }) => PublicAccessBlockConfiguration ?? {},
    errors: {
      NoSuchPublicAccessBlockConfiguration: settingNotFound('public access block', 'putPublicAccessBlock'),
    },
  }));
