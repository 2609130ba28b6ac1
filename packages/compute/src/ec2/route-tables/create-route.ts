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
  readonly routeTableId: string;
  /** e.g. `0.0.0.0/0` for everything that nothing else is for. Either this or the one of IPv6. */
  readonly destinationCidrBlock?: string | undefined;
  readonly destinationIpv6CidrBlock?: string | undefined;
  /** An internet gateway or a virtual private gateway. One target of these. */
  readonly gatewayId?: string | undefined;
  readonly natGatewayId?: string | undefined;
  readonly networkInterfaceId?: string | undefined;
  readonly transitGatewayId?: string | undefined;
  readonly vpcPeeringConnectionId?: string | undefined;
}

const hasOne = (values: readonly unknown[]): boolean => values.filter((value) => value !== undefined).length === 1;

/**
 * Adds a route to a route table.
 *
 * @example
 * await createRoute({ routeTableId, destinationCidrBlock: '0.0.0.0/0', gatewayId: internetGatewayId });
 * @throws {AlreadyExistsError} the table has a route for that destination.
 * @throws {NotFoundError} there is no such route table or target in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html
 */
export const createRoute: Operation<CreateRouteInput, void> = operation(() => ({
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
      error: 'one destination',
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
      { error: 'one target' },
    ),
  ),
  output: noOutput(),
}));
