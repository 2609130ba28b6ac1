import { tagRecord, type Tags, text, z } from '@arch/core/builder';

/** Checks a name of RDS: letters, digits and single hyphens. RDS stores it in lower case. */
const hyphenated = (most: number, prefix = ''): z.ZodMiniType<string> =>
  text(1, most).check(
    z.regex(
      new RegExp(`^${prefix}[A-Za-z](?:-?[A-Za-z0-9])*$`),
      `1–${most} letters, digits and single hyphens, beginning with a letter, not ending with a hyphen`,
    ),
  );

/** Checks the name of a DB instance. */
export const dbInstanceName = (): z.ZodMiniType<string> => hyphenated(63);

/** Checks the name of a manual DB snapshot. */
export const ownDbSnapshotName = (): z.ZodMiniType<string> => hyphenated(255);

/**
 * Checks the name of any DB snapshot. The names of automated snapshots begin with `rds:`, those of AWS Backup with `awsbackup:`. A shared
 * snapshot is identified by its ARN.
 */
export const dbSnapshotName = (): z.ZodMiniType<string> =>
  z.union([
    hyphenated(255, '(?:rds:|awsbackup:)?'),
    z.string().check(z.regex(/^arn:[\w-]+:rds:[\w-]+:\d{12}:snapshot:\S{1,255}$/, 'the ARN of a snapshot')),
  ]);

const groupName = /^[\w .-]{1,255}$/;

/** Checks the name of a DB subnet group. */
export const subnetGroupName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(groupName, '1–255 letters, digits, periods, underscores, spaces and hyphens'));

/** Checks the name of a DB subnet group other than `default`. */
export const ownSubnetGroupName = (): z.ZodMiniType<string> =>
  subnetGroupName().check(
    z.regex(/^(?!default$)[a-z]/i, 'a name that begins with a letter, other than default, which RDS reserves'),
  );

/** Checks the name of a DB parameter group. */
export const parameterGroupName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        /^[A-Za-z][\w.-]{0,254}$/,
        '1–255 letters, digits, periods, underscores and hyphens, beginning with a letter',
      ),
    );

/** Checks the class of a DB instance. */
export const instanceClass = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^db\.[\w.-]{1,64}$/, 'the class of a DB instance, e.g. db.t4g.micro'));

/** Checks the port of a DB instance. */
export const databasePort = (): z.ZodMiniType<number> => z.int().check(z.gte(1_150), z.lte(65_535));

/** Checks the retention period of automated backups in days. */
export const retentionDays = (): z.ZodMiniType<number> => z.int().check(z.gte(0), z.lte(35));

/** Checks the tags of a resource of RDS. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Tag.html */
export const dbTags = (): z.ZodMiniType<Tags> => tagRecord({ reserved: ['rds:'], isLimited: true });
