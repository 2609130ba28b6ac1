import { z } from '@arch/core/builder';

/** What RDS makes names of: letters, digits and single hyphens, a letter first, no hyphen last. RDS writes them in lower case. */
const hyphenated = (most: number, prefix = ''): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(most),
      z.regex(
        new RegExp(`^${prefix}[A-Za-z](?:-?[A-Za-z0-9])*$`),
        `1–${most} letters, digits and hyphens: a letter first, no two hyphens together, none last`,
      ),
    );

/** The name of a DB instance. */
export const dbInstanceName = (): z.ZodMiniType<string> => hyphenated(63);

/** The name of a new DB snapshot. */
export const newDbSnapshotName = (): z.ZodMiniType<string> => hyphenated(255);

/** The name of any DB snapshot: automated ones begin with `rds:`, shared ones are named by their ARN. */
export const dbSnapshotName = (): z.ZodMiniType<string> =>
  z.union([
    hyphenated(255, '(?:rds:)?'),
    z.string().check(z.regex(/^arn:[\w-]+:rds:[\w-]+:\d{12}:snapshot:\S{1,255}$/, 'the ARN of a snapshot')),
  ]);

/** The name of a DB subnet group. */
export const subnetGroupName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[\w .-]{1,255}$/, '1–255 letters, digits, periods, underscores, spaces and hyphens'));

/** A port on which a database listens. */
export const databasePort = (): z.ZodMiniType<number> => z.int().check(z.gte(1_150), z.lte(65_535));
