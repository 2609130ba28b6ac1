import { type AwsResource, input, operation, type Operation, resource, z } from '@arch/core/builder';
import { bucketName, objectKey, s3 } from '@arch/services/s3';
import { CreateMultipartUploadCommand, CreateMultipartUploadOutput$ } from '@aws-sdk/client-s3';

import {
  hasWholeRetention,
  type ObjectSettings,
  objectSettings,
  settingPermissions,
  toSettingsRequest,
  wholeRetention,
} from '../object-settings.js';

export interface CreateMultipartUploadInput extends ObjectSettings {
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
}

/** An upload that has been begun. */
export interface CreatedMultipartUpload extends AwsResource {
  readonly uploadId: string;
}

/**
 * Begins an upload in parts, whose object will have a CRC32 over all of it. Parts are billed until the upload is completed or aborted.
 * `uploadFile` does all of it.
 *
 * @example
 * const { uploadId } = await createMultipartUpload({ bucket: 'videos', key: 'film.mp4', contentType: 'video/mp4' });
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html
 */
export const createMultipartUpload: Operation<
  CreateMultipartUploadInput,
  CreatedMultipartUpload,
  { on: 'bucket' | 'key' | 'prefix'; with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'tags' }
> = operation(() => ({
  name: 'createMultipartUpload',
  service: s3,
  command: CreateMultipartUploadCommand,
  permissions: [{ action: 's3:PutObject', resources: ['object'] }, ...settingPermissions],
  input: input<CreateMultipartUploadInput>({ bucket: bucketName(), key: objectKey(), ...objectSettings() }).check(
    z.refine(hasWholeRetention, { error: wholeRetention }),
  ),
  output: resource<CreatedMultipartUpload>(CreateMultipartUploadOutput$, { uploadId: z.string() }),
  request: (members) => ({
    Bucket: members.bucket,
    Key: members.key,
    ...toSettingsRequest(members),
    ChecksumAlgorithm: 'CRC32' as const,
    ChecksumType: 'FULL_OBJECT' as const,
  }),
  // A second one would stay, and be billed with its parts.
  repeatable: false,
}));
