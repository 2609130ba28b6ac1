import { readInput, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';

import type { BucketPolicyStatement } from './bucket-policy-statement.js';

/** The input of {@link denyInsecureTransport}. */
export interface DenyInsecureTransportInput {
  /** The name of the bucket. */
  readonly bucket: string;
  /** The partition of the bucket, e.g. `aws-cn` in China and `aws-us-gov` in GovCloud. Default: `aws`. */
  readonly partition?: string | undefined;
}

/**
 * Makes a statement that denies all requests without TLS for a bucket and its objects. Sends nothing: pass the statement to `putBucketPolicy`.
 *
 * @example
 * await putBucketPolicy({ bucket: 'reports', statements: [denyInsecureTransport({ bucket: 'reports' })] });
 * @throws {InvalidInputError} a member is wrong.
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-ssl-requests-only.html
 */
export const denyInsecureTransport = (input: string | DenyInsecureTransportInput): BucketPolicyStatement => {
  const type = z.strictObject({
    bucket: bucketName(),
    partition: z.optional(z.string().check(z.regex(/^aws[a-z-]*$/, 'a partition such as aws-us-gov'))),
  });
  const { bucket, partition = 'aws' } = readInput({ name: 'denyInsecureTransport', input: type, key: 'bucket' }, input);
  const arn = `arn:${partition}:s3:::${bucket}`;
  return {
    Sid: 'DenyInsecureTransport',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
};
