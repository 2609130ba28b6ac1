import {
  type AwsInput,
  ec2Id,
  input,
  noOutput,
  operation,
  type Operation,
  text,
  z,
  cidrBlock,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateRouteCommand } from '@aws-sdk/client-ec2';

export interface CreateRouteInput extends AwsInput {
  /** ID of the route table, e.g. `rtb-0123456789abcdef0`. */
  readonly routeTableId: string;
  /** Destination as an IPv4 block; `0.0.0.0/0` matches all traffic that no more specific route matches. A route has one destination. */
  readonly destinationCidrBlock?: string | undefined;
  /** Destination as an IPv6 block, e.g. `::/0`. */
  readonly destinationIpv6CidrBlock?: string | undefined;
  /** Target: ID of an internet gateway or a virtual private gateway. A route has one target. */
  readonly gatewayId?: string | undefined;
  /** Target: ID of a NAT gateway, e.g. `nat-0123456789abcdef0`. */
  readonly natGatewayId?: string | undefined;
  /** Target: ID of a network interface, e.g. `eni-0123456789abcdef0`. */
  readonly networkInterfaceId?: string | undefined;
  /** Target: ID of a transit gateway, e.g. `tgw-0123456789abcdef0`. */
  readonly transitGatewayId?: string | undefined;
  /** Target: ID of a VPC peering connection, e.g. `pcx-0123456789abcdef0`. */
  readonly vpcPeeringConnectionId?: string | undefined;
}

const hasOne = (values: readonly unknown[]): boolean => values.filter((value) => value !== undefined).length === 1;

/**
 * Adds a route to a route table.
 *
 * @example
 * await createRoute({ routeTableId, destinationCidrBlock: '0.0.0.0/0', gatewayId: internetGatewayId });
 * @throws {AlreadyExistsError} the route table already contains a route for this destination.
 * @throws {NotFoundError} there is no such route table or target in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html
 */
export const createRoute: Operation<CreateRouteInput, void, { on: 'routeTableId' }> = operation(() => ({
  name: 'createRoute',
  service: ec2,
  command: CreateRouteCommand,
  repeatable: 'refused',
  permissions: [{ action: 'ec2:CreateRoute', resources: ['route-table'] }],
  input: input<CreateRouteInput>({
    routeTableId: ec2Id('rtb'),
    destinationCidrBlock: z.optional(cidrBlock(0, 32)),
    destinationIpv6CidrBlock: z.optional(text(3, 64)),
    gatewayId: z.optional(text(1, 64)),
    natGatewayId: z.optional(ec2Id('nat')),
    networkInterfaceId: z.optional(ec2Id('eni')),
    transitGatewayId: z.optional(ec2Id('tgw')),
    vpcPeeringConnectionId: z.optional(ec2Id('pcx')),
  }).check(
    z.refine((route) => hasOne([route.destinationCidrBlock, route.destinationIpv6CidrBlock]), {
      error: 'either destinationCidrBlock or destinationIpv6CidrBlock',
    }),
    z.refine(
      (route) =>
        hasOne([
          route.gatewayId,
          route.natGatewayId,
          route.networkInterfaceId,
          route.transitGatewayId,
          route.vpcPeeringConnectionId,
        ]),
      {
        error:
          'exactly one target: gatewayId, natGatewayId, networkInterfaceId, transitGatewayId or vpcPeeringConnectionId',
      },
    ),
  ),
  output: noOutput(),
}));
