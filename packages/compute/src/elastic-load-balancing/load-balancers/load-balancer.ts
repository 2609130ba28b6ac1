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

/** States of a load balancer; `active_impaired` routes traffic, but cannot grow. */
export const loadBalancerStates = ['provisioning', 'active', 'active_impaired', 'failed'] as const;
export type LoadBalancerState = Open<(typeof loadBalancerStates)[number]>;

/** A load balancer. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html */
export interface LoadBalancer extends AwsResource {
  readonly loadBalancerArn: string;
  readonly loadBalancerName: string;
  /** Where clients reach it. */
  readonly dnsName?: string | undefined;
  readonly state: LoadBalancerState;
  /** AWS's reason for the state. */
  readonly stateReason?: string | undefined;
  /** `application`, `network` or `gateway`. */
  readonly type: string;
  /** `internet-facing` or `internal`; absent for a gateway load balancer. */
  readonly scheme?: string | undefined;
  readonly vpcId?: string | undefined;
  /** `ipv4`, `dualstack` or `dualstack-without-public-ipv4`. */
  readonly ipAddressType?: string | undefined;
  readonly subnetIds: readonly string[];
  readonly securityGroups: readonly string[];
  readonly createdTime?: Date | undefined;
  /** For an alias record in Route 53. */
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
