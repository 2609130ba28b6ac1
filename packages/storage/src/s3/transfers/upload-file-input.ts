import { input, type InputFields, secret, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

import { checksumRule, type ChecksumSettings, checksumSettings, isChecksumSupported } from '../checksum-settings.js';
import { hasCompleteRetention, type ObjectSettings, objectSettings, retentionRule } from '../object-settings.js';
import { leastPartBytes } from './part-sizes.js';
import { type TransferSettings, transferSettings } from '../transfer-progress.js';

/** What is uploaded: a stream of Node or of the web, or anything else that gives bytes as they come. */
export type UploadBody = Uint8Array | AsyncIterable<Uint8Array | string>;

export interface UploadFileInput extends ObjectSettings, TransferSettings, ChecksumSettings {
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
  /** A file whose size is what it contains: not one of `/proc` or a device. Either this or `body`. */
  readonly path?: string | undefined;
  /**
   * Bytes, or a stream, which is read as fast as it is sent and has to be new: one that was read before, is locked or has failed is refused,
   * and so is a generator that gives nothing at all. What your own stream throws ends the call as it is.
   */
  readonly body?: UploadBody | undefined;
  /** Default: by the extension of the file's name, or of the key if there is no file; without a known one `application/octet-stream`. */
  readonly contentType?: string | undefined;
  /** `*`: only if there is no object of that key when the upload ends; otherwise a `ConflictError`. */
  readonly ifNoneMatch?: '*' | undefined;
  /** Only if the object of that key is still this one when the upload ends, by its `eTag`; otherwise a `ConflictError`. */
  readonly ifMatch?: string | undefined;
}

/** What was uploaded. */
export interface UploadedFile {
  readonly bucket: string;
  readonly key: string;
  readonly sizeBytes: number;
  readonly eTag?: string | undefined;
  /** In a bucket with versions. */
  readonly versionId?: string | undefined;
  /** Of all bytes that were sent, in base64. */
  readonly checksumCrc32: string;
}

const fields = (): InputFields<UploadFileInput> => ({
  bucket: bucketName(),
  key: objectKey(),
  path: z.optional(text(1, 4_096)),
  body: z.optional(secret(z.custom<UploadBody>(isBody, 'bytes, or a stream of them'))),
  ...objectSettings(),
  ...transferSettings(leastPartBytes),
  ...checksumSettings(),
  ifNoneMatch: z.optional(z.literal('*')),
  ifMatch: z.optional(text(1, 1_024)),
});

const isBody = (value: unknown): boolean =>
  value instanceof Uint8Array ||
  typeof (value as Partial<AsyncIterable<unknown>> | null | undefined)?.[Symbol.asyncIterator] === 'function';

/** Checks a {@link UploadFileInput}. */
export const uploadFileInput = (): z.ZodMiniType<UploadFileInput> =>
  input<UploadFileInput>(fields()).check(
    z.refine(({ path, body }) => (path === undefined) !== (body === undefined), {
      error: 'a path or a body, not both',
    }),
    z.refine(hasCompleteRetention, { error: retentionRule }),
    z.refine(isChecksumSupported, { error: checksumRule }),
  );
