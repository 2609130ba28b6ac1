import { input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutObjectLegalHoldCommand } from '@aws-sdk/client-s3';

import { type ObjectVersionReference, objectVersionReference } from '../object-version-reference.js';

export interface PutObjectLegalHoldInput extends ObjectVersionReference {
  /** `ON`: the version cannot be deleted until the legal hold is removed, even after its retention ends. `OFF` removes the legal hold. */
  readonly status: 'ON' | 'OFF';
}

/**
 * Puts a legal hold on a version, or removes it.
 *
 * @example
 * await putObjectLegalHold({ bucket: 'originals', key: 'contract.pdf', status: 'OFF' });
 * @throws {NotFoundError} there is no such object or version.
 * @throws {ConflictError} the bucket has no Object Lock.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLegalHold.html
 */
export const putObjectLegalHold: Operation<PutObjectLegalHoldInput, void, { on: 'bucket' | 'key' | 'prefix' }> =
  operation(() => ({
    name: 'putObjectLegalHold',
    service: s3,
    command: PutObjectLegalHoldCommand,
    repeatable: true,
    permissions: [{ action: 's3:PutObjectLegalHold', resources: ['object'] }],
    input: input<PutObjectLegalHoldInput>({ ...objectVersionReference(), status: z.enum(['ON', 'OFF']) }),
    output: noOutput(),
    request: ({ bucket, key, status }) => ({ Bucket: bucket, Key: key, LegalHold: { Status: status } }),
  }));
