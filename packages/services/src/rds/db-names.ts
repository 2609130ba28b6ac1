import { tagRecord, type Tags, text, z } from '@arch/core/builder';

/** A name in RDS: letters, digits and single hyphens, a letter first, no hyphen last. RDS stores it in lower case. */
const hyphenated = (most: number, prefix = ''): z.ZodMiniType<string> =>
  text(1, most).check(
    z.regex(
      new RegExp(`^${prefix}[A-Za-z](?:-?[A-Za-z0-9])*$`),
      `1–${most} letters, digits and hyphens: a letter first, no two hyphens together, none last`,
    ),
  );

/** The name of a DB instance. */
export const dbInstanceName = (): z.ZodMiniType<string> => hyphenated(63);

/** The name of a DB snapshot that a caller has made, or makes. */
export const ownDbSnapshotName = (): z.ZodMiniType<string> => hyphenated(255);

/** The name of any DB snapshot: automated ones begin with `rds:`, those of AWS Backup with `awsbackup:`, shared ones are named by their ARN. */
export const dbSnapshotName = (): z.ZodMiniType<string> =>
  z.union([
    hyphenated(255, '(?:rds:|awsbackup:)?'),
    z.string().check(z.regex(/^arn:[\w-]+:rds:[\w-]+:\d{12}:snapshot:\S{1,255}$/, 'the ARN of a snapshot')),
  ]);

const groupName = /^[\w .-]{1,255}$/;

/** The name of a DB subnet group. */
export const subnetGroupName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(groupName, '1–255 letters, digits, periods, underscores, spaces and hyphens'));

/** The name of a DB subnet group that a caller has made, or makes. */
export const ownSubnetGroupName = (): z.ZodMiniType<string> =>
  subnetGroupName().check(
    z.regex(/^(?!default$)[a-z]/i, 'a name that begins with a letter and is not default, which RDS reserves'),
  );

/** The name of a DB parameter group. */
export const parameterGroupName = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(/^[A-Za-z][\w.-]{0,254}$/, '1–255 letters, digits, periods, underscores and hyphens, a letter first'),
    );

/** A class of instances. */
export const instanceClass = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^db\.[\w.-]{1,64}$/, 'an instance class such as db.t4g.micro'));

/** A port on which a database listens. */
export const databasePort = (): z.ZodMiniType<number> => z.int().check(z.gte(1_150), z.lte(65_535));

/** For how many days automated backups are kept. */
export const retentionDays = (): z.ZodMiniType<number> => z.int().check(z.gte(0), z.lte(35));

/** Tags of a resource of RDS. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Tag.html */
export const dbTags = (): z.ZodMiniType<Tags> => tagRecord({ reserved: ['rds:'], isLimited: true });
