import { input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutBucketRequestPaymentCommand } from '@aws-sdk/client-s3';

import { type BucketReference, bucketReference } from '../../bucket-reference.js';
import { payers } from './get-bucket-request-payment.js';

export interface PutBucketRequestPaymentInput extends BucketReference {
  /** Who pays for requests and downloads. The bucket owner always pays for storage. */
  readonly payer: 'BucketOwner' | 'Requester';
}

/**
 * Sets who pays for requests to a bucket. With `Requester`, S3 rejects anonymous requests and requests that do not accept the charge with
 * `aws: { RequestPayer: 'requester' }`.
 *
 * @example
 * await putBucketRequestPayment({ bucket: 'public-data', payer: 'Requester' });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketRequestPayment.html
 */
export const putBucketRequestPayment: Operation<PutBucketRequestPaymentInput, void, { on: 'bucket' }> = operation(
  () => ({
    name: 'putBucketRequestPayment',
    service: s3,
    command: PutBucketRequestPaymentCommand,
    repeatable: true,
    permissions: [{ action: 's3:PutBucketRequestPayment', resources: ['bucket'] }],
    key: 'bucket',
    input: input<PutBucketRequestPaymentInput>({ ...bucketReference(), payer: z.enum(payers) }),
    output: noOutput(),
    request: ({ bucket, payer }) => ({ Bucket: bucket, RequestPaymentConfiguration: { Payer: payer } }),
  }),
);
