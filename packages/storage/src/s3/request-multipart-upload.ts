import { type AwsResource, input, operation, type Operation, resource, z } from '@arch/core/builder';
import { bucketName, objectKey, s3 } from '@arch/services/s3';
import { CreateMultipartUploadCommand, CreateMultipartUploadOutput$ } from '@aws-sdk/client-s3';

import { checksumRule, type ChecksumSettings, checksumSettings, isChecksum } from './checksum-settings.js';
import {
  hasWholeRetention,
  type ObjectSettings,
  objectSettings,
  settingPermissions,
  toSettingsRequest,
  wholeRetention,
} from './object-settings.js';

export interface CreateMultipartUploadInput extends ObjectSettings, ChecksumSettings {
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
}

/** An upload that has been begun. */
export interface CreatedMultipartUpload extends AwsResource {
  readonly uploadId: string;
}

/** Checks a {@link CreateMultipartUploadInput}. */
export const createMultipartUploadInput = (): z.ZodMiniType<CreateMultipartUploadInput> =>
  input<CreateMultipartUploadInput>({
    bucket: bucketName(),
    key: objectKey(),
    ...objectSettings(),
    ...checksumSettings(),
  }).check(z.refine(hasWholeRetention, { error: wholeRetention }), z.refine(isChecksum, { error: checksumRule }));

/** Begins an upload with the checksum that its input names. */
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
  // A second upload would stay, and be billed with its parts.
  repeatable: false,
}));
