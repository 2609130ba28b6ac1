import { arn, type input, type PermissionSpec, text, z } from '@arch/core/builder';

/** The database that executes the SQL, and the secret of its user. */
export interface SqlTarget {
  /** The ARN of an Aurora cluster with the RDS Data API enabled. */
  readonly resourceArn: string;
  /** The ARN of a Secrets Manager secret with the user name and password of a database user, 11–2,048 characters. */
  readonly secretArn: string;
  /** The name of the database, at most 64 characters. Default that AWS applies: the database in the secret, or the cluster's default database. */
  readonly database?: string | undefined;
}

/** Checks the members of {@link SqlTarget}. AWS documents at most 100 characters for ARNs, but accepts longer ones. */
export const sqlTarget = (): Parameters<typeof input<SqlTarget>>[0] => ({
  resourceArn: arn('rds'),
  secretArn: text(11, 2_048),
  database: z.optional(text(1, 64)),
});

/** Checks the ID of a transaction. */
export const transactionId = (): z.ZodMiniType<string> => text(1, 192);

/** The permission that each call requires in addition to its own action. */
export const secretPermission: PermissionSpec = {
  action: 'secretsmanager:GetSecretValue',
  resources: ['arn:aws:secretsmanager:*:*:secret:{secretArn}'],
};
