import { type AwsResource, optionalString, from, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { type IpPermission, SecurityGroup$ } from '@aws-sdk/client-ec2';

import { type SecurityGroupRule, toRules } from './security-group-rule.js';

/** A security group. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export interface SecurityGroup extends AwsResource {
  /** ID of the security group, e.g. `sg-0123456789abcdef0`. */
  readonly groupId: string;
  /** Name of the security group, unique in the VPC. */
  readonly groupName: string;
  /** Description of the security group. */
  readonly description: string;
  /** ID of the VPC that contains the security group. */
  readonly vpcId?: string | undefined;
  /** ID of the AWS account that owns the security group. */
  readonly ownerId?: string | undefined;
  /** Inbound rules. */
  readonly ingress: readonly SecurityGroupRule[];
  /** Outbound rules. */
  readonly egress: readonly SecurityGroupRule[];
  /** Tags of the security group. */
  readonly tags: Tags;
}

/** Parses one EC2 `SecurityGroup` structure. */
export const securityGroup = (): Schema<SecurityGroup> =>
  resource<SecurityGroup>(SecurityGroup$, {
    groupId: z.string(),
    groupName: z.string(),
    description: z.string(),
    vpcId: optionalString(),
    ownerId: optionalString(),
    ingress: from('IpPermissions', rules()),
    egress: from('IpPermissionsEgress', rules()),
    tags: tags(),
  });

const rules = () => ({
  type: z.array(z.custom<SecurityGroupRule>()),
  read: (value: unknown) => toRules((value ?? []) as readonly IpPermission[]),
});
