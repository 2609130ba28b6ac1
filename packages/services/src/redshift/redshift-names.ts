import { z } from '@arch/core/builder';

/** The name of a cluster. */
export const clusterName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?=.{1,63}$)[a-z](?:-?[a-z0-9])*$/,
        '1–63 lower-case letters, digits and hyphens: a letter first, no two hyphens together, none last',
      ),
    );

const snapshotText = (prefix: string): RegExp => new RegExp(`^${prefix}(?=.{1,255}$)[A-Za-z](?:-?[A-Za-z0-9])*$`);
const snapshotRule = '1–255 letters, digits and hyphens: a letter first, no two hyphens together, none last';

/** The name of a snapshot that is taken by hand. */
export const newSnapshotName = (): z.ZodMiniType<string> => z.string().check(z.regex(snapshotText(''), snapshotRule));

/** The name of any snapshot: that of an automated one begins with `rs:`, that of its copy with `copy:rs:`. */
export const snapshotName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(snapshotText('(?:copy:)?(?:[a-z]{2}:)?'), `${snapshotRule}; automated ones begin with rs:`));

/** The name of the first database of a cluster or namespace. */
export const databaseName = (most: number): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.maxLength(most),
      z.regex(/^[a-z][a-z0-9_+.@-]*$/, 'lower-case letters, digits and any of _ + . @ -: a letter first'),
    );

/** The name of the admin user of a cluster or namespace. */
export const adminName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?!public$)[a-z][a-z0-9_+.@-]{0,127}$/,
        '1–128 lower-case letters, digits and any of _ + . @ -: a letter first; not public',
      ),
    );

/** For how many days a snapshot that is taken by hand is kept. */
export const manualRetentionDays = (): z.ZodMiniType<number> =>
  z.int().check(
    z.refine((days) => days === -1 || (days >= 1 && days <= 3_653), {
      error: '1–3,653, or -1 for no limit',
    }),
  );
