import { type AwsResource, optionalString, from, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { type IpPermission, SecurityGroup$ } from '@aws-sdk/client-ec2';

import { type SecurityGroupRule, toRules } from './security-group-rule.js';

/** A security group. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export interface SecurityGroup extends AwsResource {
  /** e.g. `sg-0123456789abcdef0`. */
  readonly groupId: string;
  readonly groupName: string;
  readonly description: string;
  readonly vpcId?: string | undefined;
  readonly ownerId?: string | undefined;
  /** What is let in. */
  readonly ingress: readonly SecurityGroupRule[];
  /** What is let out. */
  readonly egress: readonly SecurityGroupRule[];
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
