import { type AwsResource, input, operation, type Operation, resource, z } from '@arch/core/builder';
import { bucketName, objectKey, s3 } from '@arch/services/s3';
import { CreateMultipartUploadCommand, CreateMultipartUploadOutput$ } from '@aws-sdk/client-s3';

import { checksumRule, type ChecksumSettings, checksumSettings, isChecksumSupported } from './checksum-settings.js';
import {
  hasCompleteRetention,
  type ObjectSettings,
  objectSettings,
  settingPermissions,
  toSettingsRequest,
  retentionRule,
} from './object-settings.js';

export interface CreateMultipartUploadInput extends ObjectSettings, ChecksumSettings {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
}

/** A new multipart upload. */
export interface CreatedMultipartUpload extends AwsResource {
  /** The ID of the upload. */
  readonly uploadId: string;
}

/** Checks a {@link CreateMultipartUploadInput}. */
export const createMultipartUploadInput = (): z.ZodMiniType<CreateMultipartUploadInput> =>
  input<CreateMultipartUploadInput>({
    bucket: bucketName(),
    key: objectKey(),
    ...objectSettings(),
    ...checksumSettings(),
  }).check(
    z.refine(hasCompleteRetention, { error: retentionRule }),
    z.refine(isChecksumSupported, { error: checksumRule }),
  );

/** Creates a multipart upload with the checksum in its input. */
export const requestMultipartUpload: Operation<CreateMultipartUploadInput, CreatedMultipartUpload> = operation(() => ({
  name: 'createMultipartUpload',
  service: s3,
  command: CreateMultipartUploadCommand,
  permissions: [{ action: 's3:PutObject', resources: ['object'] }, ...settingPermissions],
  input: createMultipartUploadInput(),
  output: resource<CreatedMultipartUpload>(CreateMultipartUploadOutput$, { uploadId: z.string() }),
  request: (members) => ({
    Bucket: members.bucket,
    Key: members.key,
    ...toSettingsRequest(members),
    ...(members.checksum !== 'none' && {
      ChecksumType: members.checksum === 'composite' ? ('COMPOSITE' as const) : ('FULL_OBJECT' as const),
    }),
  }),
  // A retry could create a second upload, which is never completed.
  repeatable: false,
}));
