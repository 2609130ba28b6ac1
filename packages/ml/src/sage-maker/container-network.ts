import { ec2Id, type input, z } from '@arch/core/builder';

/** The part of a VPC that a container works in. */
export interface ContainerNetwork {
  /** Subnets of a VPC, 1–16, with `securityGroupIds`. From there it reaches S3 and ECR through endpoints or a NAT gateway only. */
  readonly subnetIds?: readonly string[] | undefined;
  /** 1–5, of the subnets' VPC. */
  readonly securityGroupIds?: readonly string[] | undefined;
  /** The container can call nothing and nobody, S3 among them: SageMaker itself still brings data and fetches results. Default `false`. */
  readonly enableNetworkIsolation?: boolean | undefined;
}

/** The members of {@link ContainerNetwork}, checked. */
export const networkFields = (): Parameters<typeof input<ContainerNetwork>>[0] => ({
  subnetIds: z.optional(z.array(ec2Id('subnet')).check(z.minLength(1), z.maxLength(16))),
  securityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1), z.maxLength(5))),
  enableNetworkIsolation: z.optional(z.boolean()),
});

/** Subnets need security groups, and security groups need subnets. */
export const isWholeNetwork = (): z.Check<ContainerNetwork> =>
  z.refine(
    ({ subnetIds, securityGroupIds }) => (subnetIds === undefined) === (securityGroupIds === undefined),
    'subnetIds and securityGroupIds together, or neither',
  );

/** The VPC in AWS's words. */
export const toVpcConfig = ({
  subnetIds,
  securityGroupIds,
}: ContainerNetwork): { readonly Subnets: string[]; readonly SecurityGroupIds: string[] } | undefined =>
  subnetIds && securityGroupIds && { Subnets: [...subnetIds], SecurityGroupIds: [...securityGroupIds] };
