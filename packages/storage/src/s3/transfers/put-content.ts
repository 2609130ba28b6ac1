import { type CallOptions, operation, type Operation } from '@arch/core/builder';
import { s3WithoutChecksums } from '@arch/services/s3';
import { PutObjectCommand } from '@aws-sdk/client-s3';

import type { ChecksumSettings } from '../checksum-settings.js';
import { putObject } from '../objects/index.js';
import {
  type PutObjectInput,
  putObjectInput,
  putObjectResult,
  type PutObjectResult,
  toPutRequest,
} from '../put-object-request.js';

/** Writes an object in one request, with the checksum of the upload. */
export const putContent = (
  { checksum, checksumAlgorithm, ...object }: PutObjectInput & ChecksumSettings,
  options: CallOptions,
): Promise<PutObjectResult> => {
  if (checksum === 'none') return putWithoutChecksum(object, options);
  const algorithm = checksumAlgorithm !== undefined && { ChecksumAlgorithm: checksumAlgorithm };
  return putObject({ ...object, aws: { ...object.aws, ...algorithm } }, options);
};

const putWithoutChecksum: Operation<PutObjectInput, PutObjectResult> = operation(() => ({
  name: 'putObject',
  service: s3WithoutChecksums(),
  command: PutObjectCommand,
  repeatable: true,
  permissions: putObject.permissions.map(({ action }) => action),
  input: putObjectInput(),
  output: putObjectResult(),
  request: toPutRequest,
}));
