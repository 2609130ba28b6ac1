import { input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { PutBucketAccelerateConfigurationCommand } from '@aws-sdk/client-s3';

import type { BucketReference } from '../../bucket-reference.js';

export interface PutBucketAccelerateConfigurationInput extends BucketReference {
  /** `Enabled`: S3 accepts requests at the accelerate endpoint. `Suspended`: it no longer does. */
  readonly status: 'Enabled' | 'Suspended';
}

/**
 * Enables or suspends transfer acceleration: uploads and downloads through edge locations, at a price per GB. Only requests to the accelerate
 * endpoint use it. After this call, S3 may need up to 30 minutes until it accelerates.
 *
 * @example
 * await putBucketAccelerateConfiguration({ bucket: 'uploads', status: 'Enabled' });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAccelerateConfiguration.html
 */
export const putBucketAccelerateConfiguration: Operation<
  PutBucketAccelerateConfigurationInput,
  void,
  { on: 'bucket' }
> = operation(() => ({
  name: 'putBucketAccelerateConfiguration',
  service: s3,
  command: PutBucketAccelerateConfigurationCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutAccelerateConfiguration', resources: ['bucket'] }],
  key: 'bucket',
  input: input<PutBucketAccelerateConfigurationInput>({
    bucket: bucketName().check(
      z.refine((name) => !name.includes('.'), { error: 'a name without dots, which acceleration requires' }),
    ),
    status: z.enum(['Enabled', 'Suspended']),
  }),
  output: noOutput(),
  request: ({ bucket, status }) => ({ Bucket: bucket, AccelerateConfiguration: { Status: status } }),
}));
