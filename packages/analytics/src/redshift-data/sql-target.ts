import { type input, type PermissionSpec, text, z } from '@arch/core/builder';

/** The database on which SQL runs, and its user. Either `workgroupName` or `clusterIdentifier` is required. */
export interface SqlTarget {
  /** Name or ARN of a workgroup of Redshift Serverless. */
  readonly workgroupName?: string | undefined;
  /** Identifier of a provisioned cluster. */
  readonly clusterIdentifier?: string | undefined;
  /** Name of the database. */
  readonly database: string;
  /** Database user, only for a cluster and not with `secretArn`. Default: the user of the caller's IAM identity. */
  readonly dbUser?: string | undefined;
  /** ARN or name of a secret that contains the user name and the password. Default: the user of the caller's IAM identity. */
  readonly secretArn?: string | undefined;
}

/** Checks the members of a {@link SqlTarget}. */
export const sqlTarget = (): Parameters<typeof input<SqlTarget>>[0] => ({
  workgroupName: z.optional(text(3, 256)),
  clusterIdentifier: z.optional(text(1, 63)),
  database: text(1, 127),
  dbUser: z.optional(text(1, 127)),
  secretArn: z.optional(text(1, 2_048)),
});

/** Whether the members select exactly one target, with a user that it supports. */
export const isOneTarget = ({ workgroupName, clusterIdentifier, dbUser, secretArn }: SqlTarget): boolean =>
  (workgroupName === undefined) !== (clusterIdentifier === undefined) &&
  (dbUser === undefined || (clusterIdentifier !== undefined && secretArn === undefined));

/** The message if {@link isOneTarget} returns `false`. */
export const oneTargetMessage =
  'either workgroupName or clusterIdentifier, and dbUser only with clusterIdentifier and without secretArn';

/** The permissions for access to the database, which depend on the target and its user. */
export const sqlPermissions: readonly PermissionSpec[] = [
  {
    action: 'redshift-serverless:GetCredentials',
    resources: ['workgroup'],
    when: 'the target is a workgroup, without secretArn',
  },
  {
    action: 'redshift:GetClusterCredentialsWithIAM',
    resources: ['arn:aws:redshift:*:*:dbname:{clusterIdentifier}/{database}'],
    when: 'the target is a cluster, without dbUser and secretArn',
  },
  {
    action: 'redshift:GetClusterCredentials',
    resources: [
      'arn:aws:redshift:*:*:dbuser:{clusterIdentifier}/{dbUser}',
      'arn:aws:redshift:*:*:dbname:{clusterIdentifier}/{database}',
    ],
    when: 'dbUser is set',
  },
  {
    action: 'secretsmanager:GetSecretValue',
    resources: ['arn:aws:secretsmanager:*:*:secret:{secretArn}'],
    when: 'secretArn is set',
  },
];
