import { ec2Id, type input, z } from '@arch/core/builder';

/** The network of a container. */
export interface ContainerNetwork {
  /**
   * IDs of 1–16 subnets of a VPC to which the container connects. From a VPC, it has access to S3 and ECR only through VPC endpoints or a
   * NAT gateway. Requires `securityGroupIds`. Default: no VPC.
   */
  readonly subnetIds?: readonly string[] | undefined;
  /** IDs of 1–5 security groups of the VPC. Requires `subnetIds`. */
  readonly securityGroupIds?: readonly string[] | undefined;
  /**
   * Whether the container has no network access, not even to S3. SageMaker itself still copies data and results. Default that AWS applies:
   * `false`.
   */
  readonly enableNetworkIsolation?: boolean | undefined;
}

/** Checks the members of {@link ContainerNetwork}. */
export const networkFields = (): Parameters<typeof input<ContainerNetwork>>[0] => ({
  subnetIds: z.optional(z.array(ec2Id('subnet')).check(z.minLength(1), z.maxLength(16))),
  securityGroupIds: z.optional(z.array(ec2Id('sg')).check(z.minLength(1), z.maxLength(5))),
  enableNetworkIsolation: z.optional(z.boolean()),
});

/** Checks that subnets and security groups are specified together. */
export const completeNetworkCheck = (): z.Check<ContainerNetwork> =>
  z.refine(
    ({ subnetIds, securityGroupIds }) => (subnetIds === undefined) === (securityGroupIds === undefined),
    'subnetIds and securityGroupIds together, or neither',
  );

/** Returns the VPC in AWS's form. */
export const toVpcConfig = ({
  subnetIds,
  securityGroupIds,
}: ContainerNetwork): { readonly Subnets: string[]; readonly SecurityGroupIds: string[] } | undefined =>
  subnetIds && securityGroupIds && { Subnets: [...subnetIds], SecurityGroupIds: [...securityGroupIds] };
