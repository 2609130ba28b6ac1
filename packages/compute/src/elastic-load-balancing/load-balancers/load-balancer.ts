import {
  type AwsResource,
  optionalString,
  from,
  list,
  openEnum,
  type Open,
  pluck,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { LoadBalancer$ } from '@aws-sdk/client-elastic-load-balancing-v2';

/** The states of a load balancer. `active_impaired`: it routes traffic, but lacks the resources to scale. */
export const loadBalancerStates = ['provisioning', 'active', 'active_impaired', 'failed'] as const;
export type LoadBalancerState = Open<(typeof loadBalancerStates)[number]>;

/** A load balancer. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html */
export interface LoadBalancer extends AwsResource {
  /** ARN of the load balancer. */
  readonly loadBalancerArn: string;
  /** Name of the load balancer, unique in the account and region. */
  readonly loadBalancerName: string;
  /** Public DNS name to which clients connect. */
  readonly dnsName?: string | undefined;
  /** State of the load balancer. */
  readonly state: LoadBalancerState;
  /** AWS's reason for the state. */
  readonly stateReason?: string | undefined;
  /** Type: `application`, `network` or `gateway`. */
  readonly type: string;
  /** Scheme: `internet-facing` or `internal`. Absent for a gateway load balancer. */
  readonly scheme?: string | undefined;
  /** ID of the VPC. */
  readonly vpcId?: string | undefined;
  /** IP addresses: `ipv4`, `dualstack` or `dualstack-without-public-ipv4`. */
  readonly ipAddressType?: string | undefined;
  /** IDs of the subnets, one per Availability Zone. */
  readonly subnetIds: readonly string[];
  /** IDs of the security groups. Empty for a gateway load balancer. */
  readonly securityGroups: readonly string[];
  /** Time of creation. */
  readonly createdTime?: Date | undefined;
  /** ID of the Route 53 hosted zone of the DNS name, for alias records. */
  readonly canonicalHostedZoneId?: string | undefined;
}

/** Parses one `LoadBalancer` structure. */
export const loadBalancer = (): Schema<LoadBalancer> =>
  resource<LoadBalancer>(LoadBalancer$, {
    loadBalancerArn: z.string(),
    loadBalancerName: z.string(),
    dnsName: optionalString(),
    state: from('State.Code', openEnum(loadBalancerStates)),
    stateReason: from('State.Reason', optionalString()),
    type: z.string(),
    scheme: optionalString(),
    vpcId: optionalString(),
    ipAddressType: optionalString(),
    subnetIds: from('AvailabilityZones', pluck('SubnetId', z.string())),
    securityGroups: list(z.string()),
    createdTime: z.optional(z.date()),
    canonicalHostedZoneId: optionalString(),
  });
