import { type input, type PermissionSpec, text, z } from '@arch/core/builder';

/** Where SQL runs: a workgroup of Redshift Serverless, or a provisioned cluster; and as whom. */
export interface SqlTarget {
  /** Of Redshift Serverless: name or ARN. Either this or `clusterIdentifier`. */
  readonly workgroupName?: string | undefined;
  readonly clusterIdentifier?: string | undefined;
  readonly database: string;
  /** Of a cluster: the database user. Default: one of the caller's IAM identity. Not with `secretArn`. */
  readonly dbUser?: string | undefined;
  /** ARN or name of a secret with user name and password. Default: the caller's IAM identity. */
  readonly secretArn?: string | undefined;
}

/** The members of a {@link SqlTarget}, checked. */
export const sqlTarget = (): Parameters<typeof input<SqlTarget>>[0] => ({
  workgroupName: z.optional(text(3, 256)),
  clusterIdentifier: z.optional(text(1, 63)),
  database: text(1, 127),
  dbUser: z.optional(text(1, 127)),
  secretArn: z.optional(text(1, 2_048)),
});

/** Whether a target is one. */
export const isOneTarget = ({ workgroupName, clusterIdentifier, dbUser, secretArn }: SqlTarget): boolean =>
  (workgroupName === undefined) !== (clusterIdentifier === undefined) &&
  (dbUser === undefined || (clusterIdentifier !== undefined && secretArn === undefined));

/** What {@link isOneTarget} says where it is not. */
export const oneTarget =
  'either workgroupName or clusterIdentifier, and dbUser only with clusterIdentifier and without secretArn';

/** What the database wants of the caller, by how it is asked. */
export const sqlPermissions: readonly PermissionSpec[] = [
  {
    action: 'redshift-serverless:GetCredentials',
    resources: ['workgroup'],
    when: 'a workgroup and no secret is given',
  },
  {
    action: 'redshift:GetClusterCredentialsWithIAM',
    resources: ['arn:aws:redshift:*:*:dbname:{clusterIdentifier}/{database}'],
    when: 'a cluster and neither user nor secret is given',
  },
  {
    action: 'redshift:GetClusterCredentials',
    resources: [
      'arn:aws:redshift:*:*:dbuser:{clusterIdentifier}/{dbUser}',
      'arn:aws:redshift:*:*:dbname:{clusterIdentifier}/{database}',
    ],
    when: 'a dbUser is given',
  },
  {
    action: 'secretsmanager:GetSecretValue',
    resources: ['arn:aws:secretsmanager:*:*:secret:{secretArn}'],
    when: 'a secret is given',
  },
];
