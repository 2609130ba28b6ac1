import { type AwsResource, optionalString, list, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { Route$, RouteTable$, RouteTableAssociation$ } from '@aws-sdk/client-ec2';

/** A route: the target of the traffic to a destination. */
export interface Route {
  /** Destination as an IPv4 block. */
  readonly destinationCidrBlock?: string | undefined;
  /** Destination as an IPv6 block. */
  readonly destinationIpv6CidrBlock?: string | undefined;
  /** Target: `local` for traffic within the VPC, or the ID of an internet gateway or a virtual private gateway. */
  readonly gatewayId?: string | undefined;
  /** Target: ID of a NAT gateway. */
  readonly natGatewayId?: string | undefined;
  /** Target: ID of a network interface. */
  readonly networkInterfaceId?: string | undefined;
  /** Target: ID of a transit gateway. */
  readonly transitGatewayId?: string | undefined;
  /** Target: ID of a VPC peering connection. */
  readonly vpcPeeringConnectionId?: string | undefined;
  /** `active`, or `blackhole` if the target is not available, e.g. because it was deleted. */
  readonly state?: string | undefined;
}

/** The association of a route table with a subnet, or with the VPC as its main route table. */
export interface RouteTableAssociation {
  /** ID of the association, e.g. `rtbassoc-0123456789abcdef0`. */
  readonly routeTableAssociationId: string;
  /** ID of the subnet. Absent for the association with the VPC. */
  readonly subnetId?: string | undefined;
  /** Whether it is the main route table, which all subnets without an association of their own use. */
  readonly main: boolean;
}

/** A route table. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
export interface RouteTable extends AwsResource {
  /** ID of the route table, e.g. `rtb-0123456789abcdef0`. */
  readonly routeTableId: string;
  /** ID of the VPC that contains the route table. */
  readonly vpcId?: string | undefined;
  /** Routes of the route table. */
  readonly routes: readonly Route[];
  /** Associations with subnets and with the VPC. */
  readonly associations: readonly RouteTableAssociation[];
  /** Tags of the route table. */
  readonly tags: Tags;
}

/** Parses one EC2 `RouteTable` structure. */
export const routeTable = (): Schema<RouteTable> =>
  resource<RouteTable>(RouteTable$, {
    routeTableId: z.string(),
    vpcId: optionalString(),
    routes: list(route()),
    associations: list(association()),
    tags: tags(),
  });

const route = (): Schema<Route> =>
  resource<Route>(Route$, {
    destinationCidrBlock: optionalString(),
    destinationIpv6CidrBlock: optionalString(),
    gatewayId: optionalString(),
    natGatewayId: optionalString(),
    networkInterfaceId: optionalString(),
    transitGatewayId: optionalString(),
    vpcPeeringConnectionId: optionalString(),
    state: optionalString(),
  });

const association = (): Schema<RouteTableAssociation> =>
  resource<RouteTableAssociation>(RouteTableAssociation$, {
    routeTableAssociationId: z.string(),
    subnetId: optionalString(),
    main: { type: z.boolean(), read: (value) => value ?? false },
  });
