import { z } from '@arch/core/builder';

/** Patterns that select files by their path. */
export interface PathPatterns {
  /**
   * Patterns of the files to transfer, e.g. `['*.html', 'assets']`. A pattern matches a path relative to the directory, with `/`, and everything
   * below a directory that it matches. A pattern without `/` matches a name at any depth. `*` and `?` match within a name, `**` matches
   * directories, `{a,b}` and `[a-z]` match alternatives. Names that begin with a dot are matched too. Default: all files.
   */
  readonly include?: readonly string[] | undefined;
  /** Patterns of the files to omit, e.g. `['node_modules', '*.tmp']`. They have precedence over `include`. Default: none. */
  readonly exclude?: readonly string[] | undefined;
}

/** Decides by its path whether a file is transferred. */
export interface PathFilter {
  readonly accepts: (path: string) => boolean;
  /** Whether no file below a directory is accepted. */
  readonly excludesAll: (directory: string) => boolean;
}

const pattern = (): z.ZodMiniType<string> =>
  z.string().check(
    z.minLength(1),
    z.maxLength(1_024),
    z.refine((text) => !text.startsWith('!') && !text.startsWith('/'), {
      error: 'a pattern relative to the directory that does not begin with "!" or "/", e.g. *.html or assets/**',
    }),
  );

/** Checks the members of {@link PathPatterns}. */
export const pathPatterns = (): {
  include: z.ZodMiniType<PathPatterns['include']>;
  exclude: z.ZodMiniType<PathPatterns['exclude']>;
} => ({ include: z.optional(z.array(pattern())), exclude: z.optional(z.array(pattern())) });

type Match = (path: string) => boolean;

/** Returns the filter for patterns. The code for patterns is loaded when there are any. */
export const pathFilter = async ({ include = [], exclude = [] }: PathPatterns): Promise<PathFilter> => {
  if (include.length + exclude.length === 0) return { accepts: () => true, excludesAll: () => false };
  const { default: picomatch } = await import('picomatch');
  const matcher = (globs: readonly string[]): Match =>
    // Without `windows: false`, the meaning of a backslash would depend on the platform.
    globs.length === 0 ? () => false : picomatch([...globs], { dot: true, nonegate: true, windows: false });
  const included = include.length === 0 ? () => true : matcher(include.flatMap(globsOf));
  const excluded = matcher(exclude.flatMap(globsOf));
  const excludesAll = matcher(exclude.map(baseOf));
  return { accepts: (path) => included(path) && !excluded(path), excludesAll };
};

/** Returns the globs for a path that matches a pattern, and for everything below a directory that matches it. */
const globsOf = (text: string): readonly string[] => {
  const below = `${baseOf(text)}/**/*`;
  return isForDirectories(text) ? [below] : [baseOf(text), below];
};

const isForDirectories = (text: string): boolean => /.\/(?:\*\*)?$/.test(text);

const baseOf = (text: string): string => {
  const base = text.replace(/^\.\//, '').replace(/(?<=.)\/(?:\*\*)?$/, '');
  return base.includes('/') || text.startsWith('./') ? base : `**/${base}`;
};
