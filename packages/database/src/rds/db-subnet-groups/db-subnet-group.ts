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
  readonly subnetId: string;
  readonly availabilityZone?: string | undefined;
  /** e.g. `Active`. */
  readonly status?: string | undefined;
}

/** Subnets that a database may be in. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSubnetGroup.html */
export interface DbSubnetGroup extends AwsResource {
  /** In lower case, as RDS writes it. */
  readonly dbSubnetGroupName: string;
  readonly dbSubnetGroupArn?: string | undefined;
  readonly dbSubnetGroupDescription?: string | undefined;
  readonly vpcId?: string | undefined;
  readonly subnetGroupStatus?: DbSubnetGroupStatus | undefined;
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
