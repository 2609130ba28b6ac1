import { input, operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { HeadObjectCommand } from '@aws-sdk/client-s3';

import { objectHead, type ObjectHead } from './object-head.js';
import { type ObjectReference, objectReference, readPermissions } from '../object-reference.js';

export interface HeadObjectInput extends ObjectReference {}

/**
 * Describes an object without its content. Without the permission `s3:ListBucket`, the error for an object that does not exist is
 * `AccessDeniedError`.
 *
 * @example
 * const { sizeBytes, lastModified, metadata } = await headObject({ bucket: 'reports', key: '2026/11.csv' });
 * @throws {NotFoundError} there is no such object, or no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const headObject: Operation<
  HeadObjectInput,
  ObjectHead,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = operation(() => ({
  name: 'headObject',
  service: s3,
  command: HeadObjectCommand,
  permissions: readPermissions,
  input: input<HeadObjectInput>(objectReference()),
  output: objectHead(),
}));
