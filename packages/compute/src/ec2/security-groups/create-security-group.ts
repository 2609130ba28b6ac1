import { input, type Operation, task, z } from '@arch/core/builder';

import { authorizeSecurityGroupIngress } from './authorize-security-group-ingress.js';
import { deleteSecurityGroup } from './delete-security-group.js';
import {
  type CreatedSecurityGroup,
  requestSecurityGroup,
  type RequestSecurityGroupInput,
  securityGroupFields,
} from './request-security-group.js';
import { ruleInput, type SecurityGroupRule } from './security-group-rule.js';

export interface CreateSecurityGroupInput extends RequestSecurityGroupInput {
  /** Inbound rules. Default: none, so that no inbound traffic is allowed. */
  readonly ingress?: readonly SecurityGroupRule[] | undefined;
}

/**
 * Creates a security group with its inbound rules. AWS allows all outbound traffic by default; inbound traffic is allowed only by `ingress`.
 * If AWS rejects the rules, the group is deleted before the call rejects. Not idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * const { groupId } = await createSecurityGroup({ groupName: 'web', description: 'web servers', vpcId, ingress: [{ protocol: 'tcp', port: 443, cidr: '0.0.0.0/0' }] });
 * @throws {AlreadyExistsError} the VPC already contains a security group with this name.
 * @throws {NotFoundError} there is no such VPC, or a rule refers to a security group that does not exist.
 * @throws {QuotaExceededError} the account has reached a quota of security groups or of rules.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 */
export const createSecurityGroup: Operation<
  CreateSecurityGroupInput,
  CreatedSecurityGroup,
  { on: 'groupId' | 'vpcId'; with: 'tags' }
> = task(() => ({
  name: 'createSecurityGroup',
  input: input<CreateSecurityGroupInput>({ ...securityGroupFields(), ingress: z.optional(z.array(ruleInput())) }),
  uses: [requestSecurityGroup, authorizeSecurityGroupIngress, deleteSecurityGroup],
  run: async ({ ingress = [], ...group }, options, { undo, making }) => {
    const { groupName, vpcId } = group;
    const where = vpcId === undefined ? groupName : `${groupName} in ${vpcId}`;
    const exists = `the security group ${where} may exist: delete it with deleteSecurityGroup`;
    const created = await making(exists, requestSecurityGroup(group, options));
    if (ingress.length === 0) return created;
    const { groupId } = created;
    undo(`the security group ${groupName} (${groupId}) is left: delete it with deleteSecurityGroup`, (own) =>
      deleteSecurityGroup(groupId, own),
    );
    await authorizeSecurityGroupIngress({ groupId, rules: ingress }, options);
    return created;
  },
}));
