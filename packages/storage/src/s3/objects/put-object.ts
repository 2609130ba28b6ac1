import { operation, type Operation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { PutObjectCommand } from '@aws-sdk/client-s3';

import { settingPermissions } from '../object-settings.js';
import {
  type PutObjectInput,
  putObjectInput,
  putObjectResult,
  type PutObjectResult,
  toPutRequest,
} from '../put-object-request.js';

/**
 * Writes an object in one request, with a checksum that S3 verifies. An existing object with the key is replaced; in a bucket with versioning
 * it becomes an older version.
 *
 * @example
 * await putObject({ bucket: 'shop', key: 'prices.json', json: { prices: [1, 2] }, ifNoneMatch: '*' });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {ConflictError} the key already exists (`ifNoneMatch`), or its object has another ETag (`ifMatch`).
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export const putObject: Operation<
  PutObjectInput,
  PutObjectResult,
  { on: 'bucket' | 'key' | 'prefix'; with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'tags' }
> = operation(() => ({
  name: 'putObject',
  service: s3,
  command: PutObjectCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutObject', resources: ['object'] }, ...settingPermissions],
  input: putObjectInput(),
  output: putObjectResult(),
  request: toPutRequest,
}));
