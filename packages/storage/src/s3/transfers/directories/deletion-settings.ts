import { type InputFields, z } from '@arch/core/builder';

/** The settings of the deletions of a synchronization. */
export interface DeletionSettings {
  /**
   * Whether files of the destination that the source lacks are deleted. Files that `include` and `exclude` omit are not deleted. In a bucket
   * without versioning this cannot be undone. Default: `false`.
   */
  readonly delete?: boolean | undefined;
  /** With `delete`: the maximum number of deletions. Default: half of the files of the destination, and at most 1,000. */
  readonly maxDelete?: number | undefined;
  /** With `delete`: whether a source without files may delete the files of the destination. Default: `false`. */
  readonly allowEmptySource?: boolean | undefined;
  /**
   * With `delete`: `true` is required if the destination is a whole bucket, i.e. its prefix is empty, or the root of the file system. Default:
   * `false`.
   */
  readonly everything?: boolean | undefined;
}

/** Checks the members of {@link DeletionSettings}. */
export const deletionSettings = (): InputFields<DeletionSettings> => ({
  delete: z.optional(z.boolean()),
  maxDelete: z.optional(z.int().check(z.gte(0))),
  allowEmptySource: z.optional(z.boolean()),
  everything: z.optional(z.boolean()),
});

/** Whether the limits of deletions are given only with `delete`. */
export const needsDelete = ({ delete: deletes, maxDelete, allowEmptySource, everything }: DeletionSettings): boolean =>
  deletes === true || (maxDelete === undefined && !allowEmptySource && !everything);

/** The rule of {@link needsDelete} for messages. */
export const needsDeleteRule = 'maxDelete, allowEmptySource and everything only with delete: true';
