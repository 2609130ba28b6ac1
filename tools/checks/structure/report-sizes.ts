import type { SourceFile } from './source-file.ts';

/** House style 9: the sizes above which a file should be reviewed. The linter checks the maximum sizes. */
const thinkAt = { source: 200, test: 250 };

const linesOf = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;

/** Returns one line: the number of sources, their median length, and the files to review. */
export const reportSizes = (files: readonly SourceFile[]): string => {
  const sources = files.filter(({ kind }) => kind === 'source');
  const sizes = sources.map(linesOf).sort((one, other) => one - other);
  const long = files
    .filter((file) => file.kind !== 'fixture' && linesOf(file) > thinkAt[file.kind === 'test' ? 'test' : 'source'])
    .map((file) => `${file.path.replace(/^packages\//, '').replace('/src/', '/')} ${linesOf(file)}`);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return `${sources.length} sources, median ${middle} lines${long.length > 0 ? `; stop and think at ${long.join(', ')}` : ''}`;
};
