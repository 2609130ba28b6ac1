import { z } from '@arch/core/builder';

/** Checks the name of a cluster. */
export const clusterName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?=.{1,63}$)[a-z](?:-?[a-z0-9])*$/,
        '1–63 lower-case letters, digits and single hyphens, beginning with a letter, not ending with a hyphen',
      ),
    );

const snapshotPattern = (prefix: string): RegExp => new RegExp(`^${prefix}(?=.{1,255}$)[A-Za-z](?:-?[A-Za-z0-9])*$`);
const snapshotRule = '1–255 letters, digits and single hyphens, beginning with a letter, not ending with a hyphen';

/** Checks the name of a manual snapshot. */
export const newSnapshotName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(snapshotPattern(''), snapshotRule));

/** Checks the name of any snapshot. The name of an automated snapshot begins with `rs:`, that of its copy with `copy:rs:`. */
export const snapshotName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        snapshotPattern('(?:copy:)?(?:[a-z]{2}:)?'),
        `${snapshotRule}; the name of an automated snapshot begins with rs:`,
      ),
    );

/** Checks the name of the first database of a cluster or namespace. */
export const databaseName = (most: number): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.maxLength(most),
      z.regex(/^[a-z][a-z0-9_+.@-]*$/, 'lower-case letters, digits, _, +, ., @ and -, beginning with a letter'),
    );

/** Checks the name of the admin user of a cluster or namespace. */
export const adminName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^(?!public$)[a-z][a-z0-9_+.@-]{0,127}$/,
        '1–128 lower-case letters, digits, _, +, ., @ and -, beginning with a letter; public is not allowed',
      ),
    );

/** Checks the retention period of a manual snapshot in days. */
export const manualRetentionDays = (): z.ZodMiniType<number> =>
  z.int().check(
    z.refine((days) => days === -1 || (days >= 1 && days <= 3_653), {
      error: '1–3,653, or -1 for no limit',
    }),
  );
