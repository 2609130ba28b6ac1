import { arn, ec2Id, type Open, openEnum, type Permission, text, z } from '@arch/core/builder';
import { manualRetentionDays } from '@arch/services/redshift';

/** Node types that AWS names; `ra3` and `rg` keep the data apart from the nodes. */
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

/** What is said of a new cluster, however it is made. */
export interface RedshiftClusterSettings {
  /** 1–100; one is leader and compute node at once. */
  readonly numberOfNodes?: number | undefined;
  /** Default: the subnets of the default VPC. */
  readonly clusterSubnetGroupName?: string | undefined;
  /** Who reaches it. Default: the VPC's default security group. */
  readonly vpcSecurityGroupIds?: readonly string[] | undefined;
  /** Default `false`: it has no public address. */
  readonly publiclyAccessible?: boolean | undefined;
  /** `true`: what it loads and unloads goes through your VPC, not over the internet. Default `false`. */
  readonly enhancedVpcRouting?: boolean | undefined;
  /** e.g. `eu-west-1a`. Default: AWS's choice. */
  readonly availabilityZone?: string | undefined;
  /** `true`: it may be moved to another Availability Zone when something fails. */
  readonly availabilityZoneRelocation?: boolean | undefined;
  /** `true`: it works in two Availability Zones, and costs twice as much. */
  readonly multiAz?: boolean | undefined;
  /** For `ra3` and `rg` 5431–5455 or 8191–8215, for `dc2` 1150–65535. */
  readonly port?: number | undefined;
  readonly clusterParameterGroupName?: string | undefined;
  /** For how many days snapshots are kept that are taken by hand, 1–3,653; -1, as is AWS's default, for ever. */
  readonly manualSnapshotRetentionDays?: number | undefined;
  /** In UTC, 30 minutes at least, e.g. `sun:03:00-sun:03:30`. Default: AWS's choice. */
  readonly preferredMaintenanceWindow?: string | undefined;
  /** `false`: new major versions are not installed in the maintenance window. Default `true`. */
  readonly allowVersionUpgrade?: boolean | undefined;
  /** ID or ARN of the key that it is encrypted with. Default: AWS's own. */
  readonly kmsKeyId?: string | undefined;
  /** ARNs of the roles that SQL can use, e.g. for `COPY` from S3. */
  readonly iamRoles?: readonly string[] | undefined;
  /** ARN of the one among them that SQL uses where it names none. */
  readonly defaultIamRoleArn?: string | undefined;
  /** The key for the secret with the password that AWS manages. Default: that of Secrets Manager. */
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

/** A right of its own: a cluster may do what its roles may. */
export const passRole: Permission = {
  action: 'iam:PassRole',
  resources: ['arn:aws:iam::*:role/{roleArn}'],
  condition: { StringEquals: { 'iam:PassedToService': 'redshift.amazonaws.com' } },
  with: 'iamRoles',
};

/** Ports of clusters whose data is kept apart from the nodes; `dc2` has others. */
export const isPortOf = (type: string | undefined, port: number | undefined): boolean =>
  port === undefined ||
  !/^(?:ra3|rg)\./.test(type ?? '') ||
  (port >= 5_431 && port <= 5_455) ||
  (port >= 8_191 && port <= 8_215);
