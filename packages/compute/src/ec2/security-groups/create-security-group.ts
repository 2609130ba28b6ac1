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
  /** What is let in. Default: nothing. */
  readonly ingress?: readonly SecurityGroupRule[] | undefined;
}

/**
 * Creates a security group with its rules. It lets everything out, as AWS's do, and nothing in but what `ingress` says. When the rules are
 * refused the group is deleted again before the call rejects. Its name makes it one: a repeated call finds it taken.
 *
 * @example
 * const { groupId } = await createSecurityGroup({ groupName: 'web', description: 'web servers', vpcId, ingress: [{ protocol: 'tcp', port: 443, cidr: '0.0.0.0/0' }] });
 * @throws {AlreadyExistsError} the VPC has a group of that name.
 * @throws {NotFoundError} there is no such VPC, or a rule names a group that is not there.
 * @throws {QuotaExceededError} too many groups, or too many rules.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 */
export const createSecurityGroup: Operation<CreateSecurityGroupInput, CreatedSecurityGroup> = task(() => ({
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
