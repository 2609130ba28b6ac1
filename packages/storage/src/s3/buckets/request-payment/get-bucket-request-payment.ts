import { type AwsResource, input, type Open, openEnum, operation, type Operation, resource } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetBucketRequestPaymentCommand, GetBucketRequestPaymentOutput$ } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';

/** Who pays for requests and downloads. */
export const payers = ['BucketOwner', 'Requester'] as const;
export type Payer = Open<(typeof payers)[number]>;

export interface GetBucketRequestPaymentInput extends BucketReference {}

/** Who pays for requests to a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html */
export interface BucketRequestPayment extends AwsResource {
  /** Who pays for requests and downloads: `BucketOwner` or `Requester`. */
  readonly payer: Payer;
}

/**
 * Returns who pays for requests to a bucket.
 *
 * @example
 * const { payer } = await getBucketRequestPayment('public-data');
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html
 */
export const getBucketRequestPayment: Operation<
  string | GetBucketRequestPaymentInput,
  BucketRequestPayment,
  { on: 'bucket' }
> = operation(() => ({
  name: 'getBucketRequestPayment',
  service: s3,
  command: GetBucketRequestPaymentCommand,
  permissions: [{ action: 's3:GetBucketRequestPayment', resources: ['bucket'] }],
  key: 'bucket',
  input: input<GetBucketRequestPaymentInput>(bucketReference()),
  output: resource<BucketRequestPayment>(GetBucketRequestPaymentOutput$, {
    payer: { type: openEnum(payers), read: (value) => value ?? 'BucketOwner' },
  }),
}));
