import { type AwsInput, input, openEnum, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';

import { folderPrefix } from '../../folder-prefix.js';
import { type StorageClass, storageClasses } from '../../object-settings.js';
import { type Comparison, comparisons } from './comparisons/index.js';
import { type DeletionSettings, deletionSettings, needsDelete, needsDeleteRule } from './deletion-settings.js';
import { directorySettings, keyPrefix } from './directory-settings.js';
import { type BucketPrefix, type PathPatterns, pathPatterns } from './files/index.js';
import type { DirectoryProgress, FileResult } from './plans/index.js';

/** The result for one object. */
export interface SyncedObject extends FileResult {}

export interface SyncPrefixInput extends AwsInput, PathPatterns, DeletionSettings {
  /** The source: a bucket and a prefix. */
  readonly from: BucketPrefix;
  /**
   * The destination: a bucket, which can be in another region, and a prefix. In the same bucket, neither prefix contains the other; this is not
   * found if one side is an access point of the bucket of the other.
   */
  readonly to: BucketPrefix;
  /**
   * How an object is compared if both sides have it with the same size. `size-and-time`: it has changed if it was written after the object of
   * the destination, or in the same second. `size`: it has not changed. `checksum`: by the ETags of the listings, and if these differ, by the
   * checksums that S3 stores, with two further requests for the object; an object without a comparable checksum is copied. Default:
   * `size-and-time`.
   */
  readonly compare?: Comparison | undefined;
  /** The storage class of the copies. Default: `STANDARD`. */
  readonly storageClass?: StorageClass | undefined;
  /** The maximum number of requests to copy in progress at the same time, 1–100; fewer while S3 throttles. Default: 16. */
  readonly concurrency?: number | undefined;
  /** A function that receives the progress during the copies. */
  readonly onProgress?: ((progress: DirectoryProgress) => void) | undefined;
  /** A function that receives the result for each object that is copied or deleted, in the order in which they end. */
  readonly onObject?: ((result: SyncedObject) => void) | undefined;
  /** `true` returns a plan, which can be printed and executed. Nothing is copied or deleted. Default: `false`. */
  readonly dryRun?: boolean | undefined;
}

const place = (): z.ZodMiniType<BucketPrefix> => z.strictObject({ bucket: bucketName(), prefix: keyPrefix() });

/** Otherwise a listing would contain the copies, or the objects of the source would be deleted as absent from it. */
const areSeparate = ({ from, to }: SyncPrefixInput): boolean => {
  const [source, destination] = [folderPrefix(from.prefix), folderPrefix(to.prefix)];
  return from.bucket !== to.bucket || !(source.startsWith(destination) || destination.startsWith(source));
};

const isWholeAllowed = ({ to, delete: deletes = false, everything = false }: SyncPrefixInput): boolean =>
  !deletes || everything || (to.prefix ?? '') !== '';

/** Checks a {@link SyncPrefixInput}. */
export const syncPrefixInput = (): z.ZodMiniType<SyncPrefixInput> => {
  const { concurrency, onProgress, dryRun } = directorySettings();
  return input<SyncPrefixInput>({
    from: place(),
    to: place(),
    compare: z.optional(z.enum(comparisons)),
    storageClass: z.optional(openEnum(storageClasses)),
    ...deletionSettings(),
    ...pathPatterns(),
    concurrency,
    onProgress,
    onObject: z.optional(
      z.custom<NonNullable<SyncPrefixInput['onObject']>>((value) => typeof value === 'function', 'a function'),
    ),
    dryRun,
  }).check(
    z.refine(areSeparate, { error: 'from and to so that neither contains the other, if the bucket is the same' }),
    z.refine(needsDelete, { error: needsDeleteRule }),
    z.refine(isWholeAllowed, { error: 'everything: true with delete: true if the destination has no prefix' }),
  );
};
