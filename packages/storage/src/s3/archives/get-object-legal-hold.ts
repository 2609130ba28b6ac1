import {
  type AwsResource,
  input,
  notFound,
  type Open,
  openEnum,
  operation,
  type Operation,
  resource,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectLegalHoldCommand, ObjectLockLegalHold$ } from '@aws-sdk/client-s3';

import { type ObjectVersionReference, objectVersionReference } from '../object-version-reference.js';

export interface GetObjectLegalHoldInput extends ObjectVersionReference {}

/** The legal hold of a version. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ObjectLockLegalHold.html */
export interface ObjectLegalHold extends AwsResource {
  /** `ON`: the version cannot be deleted until the legal hold is removed. `OFF`: an earlier legal hold was removed. */
  readonly status: Open<'ON' | 'OFF'>;
}

/**
 * Reads the legal hold of a version.
 *
 * @example
 * const { status } = await getObjectLegalHold({ bucket: 'originals', key: 'contract.pdf' });
 * @throws {NotFoundError} there is no such object or version, or it has never had a legal hold.
 * @throws {ConflictError} the bucket has no Object Lock.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLegalHold.html
 */
export const getObjectLegalHold: Operation<
  GetObjectLegalHoldInput,
  ObjectLegalHold,
  { on: 'bucket' | 'key' | 'prefix' }
> = operation(() => ({
  name: 'getObjectLegalHold',
  service: s3,
  command: GetObjectLegalHoldCommand,
  permissions: [{ action: 's3:GetObjectLegalHold', resources: ['object'] }],
  input: input<GetObjectLegalHoldInput>(objectVersionReference()),
  output: resource<ObjectLegalHold>(ObjectLockLegalHold$, { status: openEnum(['ON', 'OFF']) }),
  absent: 'not-found',
  select: ({ LegalHold }) => LegalHold,
  errors: { NoSuchObjectLockConfiguration: notFound({ resource: 'legal hold of object', member: 'key' }) },
}));
