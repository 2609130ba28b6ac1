import { parse, resolve } from 'node:path';

import { input, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';

import { hasCompleteRetention, type ObjectSettings, objectSettings, retentionRule } from '../../object-settings.js';
import { areAttributesFree, attributesRule } from '../attributes/index.js';
import { type Comparison, comparisons } from './comparisons/index.js';
import { type DeletionSettings, deletionSettings, needsDelete, needsDeleteRule } from './deletion-settings.js';
import { resumeSetting } from '../../transfer-progress.js';
import { directoryPath, type DirectorySettings, directorySettings, keyPrefix } from './directory-settings.js';
import type { BucketPrefix } from './files/index.js';

export interface SyncDirectoryInput extends ObjectSettings, DirectorySettings, DeletionSettings {
  /** The source: the path of a local directory, or a bucket and a prefix. */
  readonly from: string | BucketPrefix;
  /** The destination: a bucket and a prefix for a local source, and the path of a local directory for a source in a bucket. */
  readonly to: string | BucketPrefix;
  /**
   * How a file is compared if both sides have it with the same size. `size-and-time`: it has changed if the source was changed after the
   * destination, or, with `preserve: ['times']`, if the stored time of its last change differs. `size`: it has not changed. `checksum`: by the
   * checksum that S3 stores of the whole object; sends a request for each file and reads it, and transfers a file without such a checksum.
   * Default: `size-and-time`.
   */
  readonly compare?: Comparison | undefined;
  /**
   * Whether files of more than one part continue where an earlier call was ended, as with `uploadFile` and `downloadFile`. A string is the folder
   * of the journals, only for a local source. Default: `false`.
   */
  readonly resume?: boolean | string | undefined;
}

type Places = Pick<SyncDirectoryInput, 'from' | 'to'>;

/** Whether the source is local. */
export const isUpload = ({ from }: Places): boolean => typeof from === 'string';

const place = (): z.ZodMiniType<string | BucketPrefix> =>
  z.union([directoryPath(), z.strictObject({ bucket: bucketName(), prefix: keyPrefix() })]);

/** The settings of objects, which only an upload has. */
const onlyForUploads = ({ from, to, ...settings }: SyncDirectoryInput): boolean =>
  isUpload({ from, to }) ||
  Object.keys(objectSettings()).every((name) => (settings as Record<string, unknown>)[name] === undefined);

const isWholeAllowed = ({ to, delete: deletes = false, everything = false }: SyncDirectoryInput): boolean => {
  if (!deletes || everything) return true;
  return typeof to === 'string' ? resolve(to) !== parse(resolve(to)).root : (to.prefix ?? '') !== '';
};

/** Checks a {@link SyncDirectoryInput}. */
export const syncDirectoryInput = (): z.ZodMiniType<SyncDirectoryInput> =>
  input<SyncDirectoryInput>({
    from: place(),
    to: place(),
    compare: z.optional(z.enum(comparisons)),
    ...deletionSettings(),
    resume: resumeSetting(),
    ...objectSettings(),
    ...directorySettings(),
  }).check(
    z.refine(({ from, to }) => (typeof from === 'string') !== (typeof to === 'string'), {
      error:
        'a local directory (a path) on one side and { bucket, prefix } on the other (syncPrefix copies between two prefixes)',
    }),
    z.refine(hasCompleteRetention, { error: retentionRule }),
    z.refine(areAttributesFree, { error: attributesRule }),
    z.refine(onlyForUploads, { error: 'settings of objects, e.g. contentType or tags, only for a local source' }),
    z.refine(({ from, resume }) => typeof from === 'string' || typeof resume !== 'string', {
      error: 'resume as a folder only for a local source: the journal of a download is next to its file',
    }),
    z.refine(needsDelete, { error: needsDeleteRule }),
    z.refine(isWholeAllowed, {
      error: 'everything: true with delete: true if the destination has no prefix or is the root of the file system',
    }),
  );
