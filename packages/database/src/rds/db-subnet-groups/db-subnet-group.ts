import {
  type AwsResource,
  optionalString,
  from,
  list,
  type Open,
  openEnum,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { DBSubnetGroup$, Subnet$ } from '@aws-sdk/client-rds';

/** States of a DB subnet group. */
export const dbSubnetGroupStatuses = ['Complete', 'Incomplete'] as const;
export type DbSubnetGroupStatus = Open<(typeof dbSubnetGroupStatuses)[number]>;

/** A subnet of a DB subnet group. */
export interface DbSubnet {
  /** The ID of the subnet, e.g. `subnet-0123456789abcdef0`. */
  readonly subnetId: string;
  /** The Availability Zone, e.g. `eu-west-1a`. */
  readonly availabilityZone?: string | undefined;
  /** The status of the subnet, e.g. `Active`. */
  readonly status?: string | undefined;
}

/** A DB subnet group. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSubnetGroup.html */
export interface DbSubnetGroup extends AwsResource {
  /** The name of the DB subnet group, in lower case. */
  readonly dbSubnetGroupName: string;
  /** The ARN of the DB subnet group. */
  readonly dbSubnetGroupArn?: string | undefined;
  /** The description. */
  readonly dbSubnetGroupDescription?: string | undefined;
  /** The ID of the VPC. */
  readonly vpcId?: string | undefined;
  /** The state of the DB subnet group. */
  readonly subnetGroupStatus?: DbSubnetGroupStatus | undefined;
  /** The subnets. */
  readonly subnets: readonly DbSubnet[];
}

/** Parses one RDS `DBSubnetGroup` structure. */
export const dbSubnetGroup = (): Schema<DbSubnetGroup> =>
  resource<DbSubnetGroup>(DBSubnetGroup$, {
    dbSubnetGroupName: z.string(),
    dbSubnetGroupArn: optionalString(),
    dbSubnetGroupDescription: optionalString(),
    vpcId: optionalString(),
    subnetGroupStatus: z.optional(openEnum(dbSubnetGroupStatuses)),
    subnets: list(subnet()),
  });

const subnet = (): Schema<DbSubnet> =>
  resource<DbSubnet>(Subnet$, {
    subnetId: from('SubnetIdentifier', z.string()),
    availabilityZone: from('SubnetAvailabilityZone.Name', optionalString()),
    status: from('SubnetStatus', optionalString()),
  });
