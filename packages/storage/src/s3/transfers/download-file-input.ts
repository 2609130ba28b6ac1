import { type AwsInput, input, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

import type { ChecksumAlgorithm } from '../checksum-algorithm.js';
import { type TransferSettings, transferSettings } from '../transfer-progress.js';
import { attributeSettings, type AttributeSettings } from './attributes/index.js';
import { bandwidthSettings, type BandwidthSettings } from './bandwidths/index.js';

export interface DownloadFileInput extends AwsInput, TransferSettings, AttributeSettings, BandwidthSettings {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The ID of the version. Default: the current version. */
  readonly versionId?: string | undefined;
  /** An `eTag`: downloads the object only if it still has this ETag; otherwise throws a `ConflictError`. */
  readonly ifMatch?: string | undefined;
  /** The path of the file, in an existing folder. An existing file is replaced only after the download is complete and verified. */
  readonly path: string;
  /**
   * Whether a call continues the download that an earlier call with the same `path` did not finish, e.g. because its process was ended. Until
   * then a failed or aborted call leaves its content and a journal next to the file, for seven days. Each part is written to the disk when it
   * is complete. If the object has changed, the download starts anew. Default: `false`.
   */
  readonly resume?: boolean | undefined;
}

/** A downloaded file. */
export interface DownloadedFile {
  /** The path of the file. */
  readonly path: string;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The ETag of the object. */
  readonly eTag?: string | undefined;
  /** The version ID of the object. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
  /**
   * The method of verification: the checksum that S3 stores of the whole object, or `length` if S3 stores none or AWS's setting
   * `response_checksum_validation` is `when_required`.
   */
  readonly verifiedBy: ChecksumAlgorithm | 'length';
}

/** Checks a {@link DownloadFileInput}. */
export const downloadFileInput = (): z.ZodMiniType<DownloadFileInput> =>
  input<DownloadFileInput>({
    bucket: bucketName(),
    key: objectKey(),
    versionId: z.optional(text(1, 1_024)),
    ifMatch: z.optional(text(1, 1_024)),
    path: text(1, 4_096),
    resume: z.optional(z.boolean()),
    ...transferSettings(1_048_576),
    ...attributeSettings(),
    ...bandwidthSettings(),
  });
