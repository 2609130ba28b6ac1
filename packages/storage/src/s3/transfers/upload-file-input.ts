import { input, type InputFields, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

import { checksumRule, type ChecksumSettings, checksumSettings, isChecksumSupported } from '../checksum-settings.js';
import { hasCompleteRetention, type ObjectSettings, objectSettings, retentionRule } from '../object-settings.js';
import { areAttributesFree, attributeSettings, type AttributeSettings, attributesRule } from './attributes/index.js';
import { bandwidthSettings, type BandwidthSettings } from './bandwidths/index.js';
import { leastPartBytes } from './part-sizes.js';
import { resumeSetting, type TransferSettings, transferSettings } from '../transfer-progress.js';
import {
  contentRule,
  hasOneContent,
  hasSizeOfStream,
  sizeRule,
  type UploadContent,
  uploadContent,
} from '../upload-body.js';

export interface UploadFileInput
  extends ObjectSettings, TransferSettings, ChecksumSettings, AttributeSettings, BandwidthSettings, UploadContent {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /**
   * The media type of the content. Default: the type for the extension of the file name, or of the key if there is no file;
   * `application/octet-stream` for an unknown extension.
   */
  readonly contentType?: string | undefined;
  /** `*` creates the object only if the key does not exist when the upload ends; otherwise throws a `ConflictError`. */
  readonly ifNoneMatch?: '*' | undefined;
  /** An `eTag`: replaces the object only if it still has this ETag when the upload ends; otherwise throws a `ConflictError`. */
  readonly ifMatch?: string | undefined;
  /**
   * Whether a call continues the upload that an earlier call with the same `bucket`, `key` and `path` did not finish, e.g. because its process
   * was ended. Until then a failed or aborted call leaves its parts in S3, which AWS bills, and a journal: in the folder that you pass, or with
   * `true` in `arch/uploads` of your state folder (`$XDG_STATE_HOME`, `~/.local/state`, or `%LOCALAPPDATA%`). If the file or a setting of
   * the object has changed, the earlier upload is aborted and the upload starts anew. Only with `path`. Default: `false`.
   */
  readonly resume?: boolean | string | undefined;
}

/** An uploaded object. */
export interface UploadedFile {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object. */
  readonly key: string;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The ETag of the object. */
  readonly eTag?: string | undefined;
  /** The version ID of the object. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
  /** The CRC32 checksum of all bytes that were sent, in Base64. */
  readonly checksumCrc32: string;
}

const fields = (): InputFields<UploadFileInput> => ({
  bucket: bucketName(),
  key: objectKey(),
  ...uploadContent(),
  ...objectSettings(),
  ...transferSettings(leastPartBytes),
  ...checksumSettings(),
  ...attributeSettings(),
  ...bandwidthSettings(),
  ifNoneMatch: z.optional(z.literal('*')),
  ifMatch: z.optional(text(1, 1_024)),
  resume: resumeSetting(),
});

/** Checks a {@link UploadFileInput}. */
export const uploadFileInput = (): z.ZodMiniType<UploadFileInput> =>
  input<UploadFileInput>(fields()).check(
    z.refine(hasOneContent, { error: contentRule }),
    z.refine(hasSizeOfStream, { error: sizeRule }),
    z.refine(({ path, resume = false }) => resume === false || path !== undefined, {
      error: 'resume only with path, because a stream cannot be read again',
    }),
    z.refine(hasCompleteRetention, { error: retentionRule }),
    z.refine(isChecksumSupported, { error: checksumRule }),
    z.refine(({ preserve = [], path }) => preserve.length === 0 || path !== undefined, {
      error: 'preserve only with path: other contents have no attributes',
    }),
    z.refine(areAttributesFree, { error: attributesRule }),
  );
