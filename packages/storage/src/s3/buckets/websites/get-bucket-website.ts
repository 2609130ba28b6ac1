import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketWebsiteCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { settingNotFound } from '../../setting-not-found.js';
import { bucketWebsite, type BucketWebsite } from './bucket-website.js';

export interface GetBucketWebsiteInput extends BucketReference {}

/**
 * Returns the website settings of a bucket.
 *
 * @example
 * const { indexDocument, errorDocument } = await getBucketWebsite('my-website');
 * @throws {NotFoundError} there is no such bucket, or it is no website.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html
 */
export const getBucketWebsite: Operation<string | GetBucketWebsiteInput, BucketWebsite, { on: 'bucket' }> = operation(
  () => ({
    name: 'getBucketWebsite',
    service: s3,
    command: GetBucketWebsiteCommand,
    permissions: [{ action: 's3:GetBucketWebsite', resources: ['bucket'] }],
    key: 'bucket',
    input: input<GetBucketWebsiteInput>(bucketReference()),
    output: bucketWebsite(),
    errors: { NoSuchWebsiteConfiguration: settingNotFound('website configuration', 'putBucketWebsite') },
  }),
);
