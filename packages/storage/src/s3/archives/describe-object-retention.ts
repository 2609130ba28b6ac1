import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectRetentionCommand } from '@aws-sdk/client-s3';

import { type ObjectVersionReference, objectVersionReference } from '../object-version-reference.js';
import { objectRetention, type ObjectRetention } from './object-retention.js';

export interface DescribeObjectRetentionInput extends ObjectVersionReference {}

/**
 * Describes the Object Lock retention of a version.
 *
 * @example
 * const { mode, retainUntilDate } = await describeObjectRetention({ bucket: 'originals', key: 'contract.pdf' });
 * @throws {NotFoundError} there is no such object, or it has no retention.
 * @throws {ConflictError} the bucket has no Object Lock.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectRetention.html
 */
export const describeObjectRetention: Operation<
  DescribeObjectRetentionInput,
  ObjectRetention,
  { on: 'bucket' | 'key' | 'prefix' }
> = operation(() => ({
  name: 'describeObjectRetention',
  service: s3,
  command: GetObjectRetentionCommand,
  permissions: [{ action: 's3:GetObjectRetention', resources: ['object'] }],
  input: input<DescribeObjectRetentionInput>(objectVersionReference()),
  output: objectRetention(),
  absent: 'not-found',
  select: ({ Retention }) => Retention,
}));
