import { checkAwsMembers, input, openEnum, type Operation, task, text, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

import { type StorageClass, storageClasses } from '../../object-settings.js';
import { copyLargeObject } from '../copies/index.js';
import { copyObject, listObjects } from '../index.js';
import { copyEach } from './copy-each.js';
import type { PrefixResult } from './prefix-result.js';
import { everythingRule, isOutside, outsideRule, type PrefixSettings, prefixSettings } from './prefix-settings.js';

export interface CopyPrefixInput extends PrefixSettings {
  /** The name of the destination bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The prefix of the copies, which replaces the prefix of the source; `''` for none. In the same bucket, it must be outside of the source. */
  readonly prefix: string;
  /** The objects to copy. */
  readonly source: {
    /** The name of the bucket, or the ARN of an access point. */
    readonly bucket: string;
    /** The prefix of the keys, at most 1,024 characters. It ends with `/` to select one folder: `2026` also selects `2026-old/a.csv`. */
    readonly prefix: string;
  };
  /** `*`: an object whose new key exists is not replaced, but fails. Default: it is replaced. */
  readonly ifNoneMatch?: '*' | undefined;
  /** The storage class of the copies. Default: `STANDARD`. */
  readonly storageClass?: StorageClass | undefined;
}

/** S3's limit for a copy in one request. */
const mostBytes = 5_368_709_120;

/**
 * Copies all objects with a prefix within S3, each as `copyLargeObject` does. Objects that exist at the destination are replaced, unless
 * `ifNoneMatch` is given. An object that fails is in `failed`, and the others are copied. The default deadline is 24 hours.
 *
 * @example
 * const source = { bucket: 'reports', prefix: '2026/' };
 * const { objectCount, failed } = await copyPrefix({ bucket: 'archive', prefix: 'reports/2026/', source });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {AccessDeniedError} the credentials lack `s3:ListBucket`.
 * @throws {ConnectionError} S3 was not reached before the first object was copied.
 * @throws {InvalidInputError} the prefix of the source is empty without `everything`, or contains the destination.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/copy-object.html
 */
export const copyPrefix: Operation<
  CopyPrefixInput,
  PrefixResult,
  { on: 'bucket' | 'key' | 'prefix'; with: 'objectLockLegalHoldStatus' | 'objectLockMode' | 'tags' | 'versionId' }
> = task(() => ({
  name: 'copyPrefix',
  input: copyPrefixInput(),
  uses: [listObjects, copyObject, copyLargeObject],
  timeoutMs: 86_400_000,
  run: async ({ storageClass, ifNoneMatch, aws, ...members }, options, steps) => {
    checkAwsMembers('copyPrefix', CreateMultipartUploadCommand, aws);
    const { bucket, source } = members;
    return copyEach(members, { options, steps, verb: 'copied' }, async ({ key, sizeBytes, eTag }, newKey, own) => {
      const copy = { bucket, key: newKey, source: { bucket: source.bucket, key }, storageClass, ifNoneMatch };
      if (sizeBytes > mostBytes) return copyLargeObject({ ...copy, aws }, own);
      const unchanged = eTag === undefined ? {} : { CopySourceIfMatch: eTag };
      return copyObject({ ...copy, aws: { ...unchanged, ...aws } }, { ...own, timeoutMs: 900_000 });
    });
  },
}));

/** Checks a {@link CopyPrefixInput}. */
export const copyPrefixInput = (): z.ZodMiniType<CopyPrefixInput> =>
  input<CopyPrefixInput>({
    bucket: bucketName(),
    prefix: text(0, 1_024),
    source: z.strictObject({ bucket: bucketName(), prefix: text(0, 1_024) }),
    ifNoneMatch: z.optional(z.literal('*')),
    storageClass: z.optional(openEnum(storageClasses)),
    ...prefixSettings(),
  }).check(
    z.refine(({ source, everything }) => source.prefix !== '' || everything === true, { error: everythingRule }),
    z.refine(isOutside, { error: outsideRule }),
  );
