/** Limits of the deletions of a transfer. */
export interface DeletionLimits {
  readonly maxDelete: number | undefined;
  readonly allowEmptySource: boolean;
}

/** The numbers of files that a comparison has found. */
export interface ComparedFiles {
  readonly sourceFiles: number;
  readonly destinationFiles: number;
  readonly deletions: number;
  /** The paths of the source that could not be read. */
  readonly unknownPaths: readonly string[];
}

/** The default limit, unless half of the destination is less. */
const usualMaxDelete = 1_000;

/** Returns the reason for which nothing is deleted and transferred; `undefined` if the deletions are within their limits. */
export const deletionRefusal = (
  { sourceFiles, destinationFiles, deletions, unknownPaths }: ComparedFiles,
  { maxDelete, allowEmptySource }: DeletionLimits,
): string | undefined => {
  if (deletions === 0) return undefined;
  const [unknown] = unknownPaths;
  const files = countOf(deletions);
  if (unknown !== undefined) {
    return `the source cannot be read completely (${unknown}), so ${files} of the destination may be deleted wrongly. Make it readable, or exclude it.`;
  }
  if (sourceFiles === 0 && !allowEmptySource) {
    return `the source contains no files, so ${files} of the destination would be deleted. If this is intended, pass allowEmptySource: true and maxDelete: ${deletions}.`;
  }
  const half = Math.floor(destinationFiles / 2);
  if (deletions <= (maxDelete ?? Math.min(half, usualMaxDelete))) return undefined;
  const limit = maxDelete === undefined ? defaultLimit(half) : `maxDelete, ${maxDelete}`;
  return `${files} of ${destinationFiles} in the destination would be deleted, more than ${limit}. If this is intended, pass maxDelete: ${deletions}.`;
};

const countOf = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

const defaultLimit = (half: number): string =>
  half < usualMaxDelete ? `half of the destination, the default limit` : `${usualMaxDelete}, the default limit`;
