import { arn, ec2Id, type Open, openEnum, type Permission, text, z } from '@arch/core/builder';
import { manualRetentionDays } from '@arch/services/redshift';

/** The known node types. `ra3` and `rg` store the data separately from the nodes. */
export const redshiftNodeTypes = [
  'rg.large',
  'rg.xlarge',
  'rg.4xlarge',
  'rg.12xlarge',
  'ra3.large',
  'ra3.xlplus',
  'ra3.4xlarge',
  'ra3.16xlarge',
  'dc2.large',
  'dc2.8xlarge',
] as const;
export type RedshiftNodeType = Open<(typeof redshiftNodeTypes)[number]>;

/** The settings of a new cluster, whether it is created or restored. */
export interface RedshiftClusterSettings {
  /** Number of nodes, 1–100. A single node is both leader node and compute node. */
  readonly numberOfNodes?: number | undefined;
  /** Name of the subnet group. Default that AWS applies: the subnets of the default VPC. */
  readonly clusterSubnetGroupName?: string | undefined;
  /**
   * IDs of the security groups, which control the access to the cluster. Default that AWS applies: the default security group of the VPC.
   */
  readonly vpcSecurityGroupIds?: readonly string[] | undefined;
  /** Whether the cluster has a public address. Default: `false`. */
  readonly publiclyAccessible?: boolean | undefined;
  /** Whether `COPY` and `UNLOAD` send their data through your VPC instead of the internet. Default that AWS applies: `false`. */
  readonly enhancedVpcRouting?: boolean | undefined;
  /** Availability Zone, e.g. `eu-west-1a`. Default: a zone that AWS chooses. */
  readonly availabilityZone?: string | undefined;
  /** Whether AWS can move the cluster to another Availability Zone after a failure. */
  readonly availabilityZoneRelocation?: boolean | undefined;
  /** Whether the cluster runs in two Availability Zones, which costs twice as much. Default that AWS applies: `false`. */
  readonly multiAz?: boolean | undefined;
  /** Port for SQL clients: 5431–5455 or 8191–8215 for `ra3` and `rg`, 1150–65535 for `dc2`. Default that AWS applies: 5439. */
  readonly port?: number | undefined;
  /** Name of the parameter group. Default that AWS applies: the default parameter group. */
  readonly clusterParameterGroupName?: string | undefined;
  /** Retention period of manual snapshots in days: 1–3,653, or -1 for no limit. Default that AWS applies: -1. */
  readonly manualSnapshotRetentionDays?: number | undefined;
  /** Weekly maintenance window in UTC, at least 30 minutes, e.g. `sun:03:00-sun:03:30`. Default: a window that AWS chooses. */
  readonly preferredMaintenanceWindow?: string | undefined;
  /** Whether AWS installs new major versions in the maintenance window. Default that AWS applies: `true`. */
  readonly allowVersionUpgrade?: boolean | undefined;
  /** ID or ARN of the KMS key for the encryption. Default: a key that AWS owns. */
  readonly kmsKeyId?: string | undefined;
  /** ARNs of the IAM roles that SQL statements can use, e.g. for `COPY` from S3. */
  readonly iamRoles?: readonly string[] | undefined;
  /** ARN of the role in `iamRoles` that SQL statements use by default. */
  readonly defaultIamRoleArn?: string | undefined;
  /** ID or ARN of the KMS key for the secret with the managed password. Default: the key of Secrets Manager. */
  readonly masterPasswordSecretKmsKeyId?: string | undefined;
}

type Fields = { readonly [Name in keyof RedshiftClusterSettings]-?: z.ZodMiniType<RedshiftClusterSettings[Name]> };

export const clusterSettingsFields = (): Fields => ({
  numberOfNodes: z.optional(z.int().check(z.gte(1), z.lte(100))),
  clusterSubnetGroupName: z.optional(text(1, 255)),
  vpcSecurityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1))),
  publiclyAccessible: z.optional(z.boolean()),
  enhancedVpcRouting: z.optional(z.boolean()),
  availabilityZone: z.optional(text(1, 64)),
  availabilityZoneRelocation: z.optional(z.boolean()),
  multiAz: z.optional(z.boolean()),
  port: z.optional(z.int().check(z.gte(1_150), z.lte(65_535))),
  clusterParameterGroupName: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^(?=.{1,255}$)[A-Za-z](?:[-.]?[A-Za-z0-9])*$/,
          '1–255 letters, digits and hyphens: a letter first, no two hyphens together, none last',
        ),
      ),
  ),
  manualSnapshotRetentionDays: z.optional(manualRetentionDays()),
  preferredMaintenanceWindow: z.optional(
    z.string().check(z.regex(weekly, 'days and times such as sun:03:00-sun:03:30')),
  ),
  allowVersionUpgrade: z.optional(z.boolean()),
  kmsKeyId: z.optional(text(1, 2_048)),
  iamRoles: z.optional(z.array(arn('iam'))),
  defaultIamRoleArn: z.optional(arn('iam')),
  masterPasswordSecretKmsKeyId: z.optional(text(1, 2_048)),
});

const weekly = /^(?:mon|tue|wed|thu|fri|sat|sun):\d{2}:\d{2}-(?:mon|tue|wed|thu|fri|sat|sun):\d{2}:\d{2}$/i;

export const nodeType = (): z.ZodMiniType<RedshiftNodeType> =>
  openEnum(redshiftNodeTypes).check(z.regex(/^[a-z]+\d*\.[a-z0-9]+$/, 'a node type such as ra3.large'));

/** The permission to pass roles to a cluster. */
export const passRole: Permission = {
  action: 'iam:PassRole',
  resources: ['arn:aws:iam::*:role/{roleArn}'],
  condition: { StringEquals: { 'iam:PassedToService': 'redshift.amazonaws.com' } },
  with: 'iamRoles',
};

/** Whether a node type supports a port. `ra3` and `rg` support fewer ports than `dc2`. */
export const isPortOf = (type: string | undefined, port: number | undefined): boolean =>
  port === undefined ||
  !/^(?:ra3|rg)\./.test(type ?? '') ||
  (port >= 5_431 && port <= 5_455) ||
  (port >= 8_191 && port <= 8_215);
