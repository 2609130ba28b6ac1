import { type AwsResource, optionalString, list, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { Route$, RouteTable$, RouteTableAssociation$ } from '@aws-sdk/client-ec2';

/** Where packets for a block of addresses go. */
export interface Route {
  readonly destinationCidrBlock?: string | undefined;
  readonly destinationIpv6CidrBlock?: string | undefined;
  /** `local`, an internet gateway or a virtual private gateway. */
  readonly gatewayId?: string | undefined;
  readonly natGatewayId?: string | undefined;
  readonly networkInterfaceId?: string | undefined;
  readonly transitGatewayId?: string | undefined;
  readonly vpcPeeringConnectionId?: string | undefined;
  /** `active`, or `blackhole` where the target is gone. */
  readonly state?: string | undefined;
}

/** A subnet that a route table is for. */
export interface RouteTableAssociation {
  readonly routeTableAssociationId: string;
  /** Absent for the association with the VPC itself. */
  readonly subnetId?: string | undefined;
  /** Whether it is the table of all subnets that have none of their own. */
  readonly main: boolean;
}

/** A route table. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
export interface RouteTable extends AwsResource {
  /** e.g. `rtb-0123456789abcdef0`. */
  readonly routeTableId: string;
  readonly vpcId?: string | undefined;
  readonly routes: readonly Route[];
  readonly associations: readonly RouteTableAssociation[];
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
